package calendar.batching;

/** The operations that are processed in batches, each kind with queues of its own. */
public enum Operation {
  CREATE,
  GET,
  LIST
}

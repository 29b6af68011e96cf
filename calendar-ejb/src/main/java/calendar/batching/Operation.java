package calendar.batching;

/** The operations that are processed in batches. Each kind has separate queues. */
public enum Operation {
  CREATE,
  GET,
  LIST
}

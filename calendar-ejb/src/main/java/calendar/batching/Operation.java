package calendar.batching;

/** What an {@link EventStorage} does for many at once, and may have too much of. */
public enum Operation {
  CREATE,
  GET,
  LIST
}

package calendar.event;

/** What an {@link EventStorage} does for many at once, and may have too much of. */
public enum Work {
  CREATE,
  GET,
  LIST
}

package calendar.client.importing.report;

/** What became of a component of a file. */
public enum Outcome {
  /** It is a new event. */
  CREATED,
  /** Its event was changed to what the file says. */
  UPDATED,
  /** Its event stays as it was. */
  UNCHANGED,
  /** The file cancels it: there is no event of it, or no longer. */
  CANCELLED,
  /** Its time is taken by another event. */
  BUSY,
  /** It was not imported, for a reason that its result gives. */
  SKIPPED
}

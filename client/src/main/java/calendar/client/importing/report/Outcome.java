package calendar.client.importing.report;

/** The outcome for a component of a file. */
public enum Outcome {
  /** A new event was created. */
  CREATED,
  /** The event was updated to the file's version. */
  UPDATED,
  /** The event in the calendar stays as it is. */
  UNCHANGED,
  /** The file cancels the event, and the calendar does not have it, or no longer has it. */
  CANCELLED,
  /** The event overlaps another event of the owner. It was not imported. */
  BUSY,
  /** The component was not imported. The result gives the reason. */
  SKIPPED
}

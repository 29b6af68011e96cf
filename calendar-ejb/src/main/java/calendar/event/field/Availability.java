package calendar.event.field;

/** Whether an event takes its owner's time. */
public enum Availability {
  /** No other busy event of the owner overlaps the event. */
  BUSY,

  /** The event may overlap any other event of its owner. */
  FREE
}

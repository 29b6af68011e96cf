package calendar.reminder;

/** Where a reminder stands, from the first to one of the last three, which are final. */
public enum ReminderState {
  /** Its time has not come, or it waits to be published. */
  SCHEDULED,
  /** A scheduler holds it under a lease: it is about to publish it, or has done so a moment ago. */
  CLAIMED,
  /** It is in the queue. */
  PUBLISHED,
  /** It reached its owner. */
  DELIVERED,
  /** The event was over before it could be delivered. */
  MISSED,
  /** Every attempt to deliver it was refused. */
  FAILED
}

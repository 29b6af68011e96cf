package calendar.reminder;

/** What became of a reminder that a sender took from the queue. */
public enum Settlement {
  /** It is to be delivered now, and is marked DELIVERED with this transaction. */
  DELIVER,
  /** It was delivered or missed before: a duplicate message. */
  DUPLICATE,
  /** Its last attempt failed before: its message belongs to the dead letters. */
  FAILED,
  /** Its row is gone: the event was deleted, or the reminder replaced. */
  GONE,
  /** Its event is over: marked MISSED. */
  MISSED
}

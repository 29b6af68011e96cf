package calendar.reminder;

/** The result of delivering one reminder that a sender took from the queue. */
public enum DeliveryOutcome {
  /** The sender delivers it in this transaction, which marks it DELIVERED. */
  DELIVERED,
  /** It was DELIVERED or MISSED before: the message is a duplicate. */
  DUPLICATE,
  /** Its last attempt failed before: the message belongs to the dead letters. */
  FAILED,
  /** Its row does not exist: the event was deleted or the reminder was replaced. */
  GONE,
  /** Its event is over: this transaction marks it MISSED. */
  MISSED
}

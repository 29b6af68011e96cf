package calendar.audit;

/** How an attempt to change something ended. */
public enum Outcome {
  /** It took effect, and is durable. */
  OK,
  /** Nothing happened. */
  REFUSED,
  /** It took effect or not: the caller got no answer, or one that says so. */
  IN_DOUBT
}

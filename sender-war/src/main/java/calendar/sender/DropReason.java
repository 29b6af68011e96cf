package calendar.sender;

import java.util.Locale;

/** The reason why a message was not delivered. */
enum DropReason {
  /** Its reminder was delivered, missed or failed before. */
  DUPLICATE,
  /** Its reminder was deleted or replaced. */
  GONE,
  /** Its event is over. */
  MISSED,
  /** It is not a reminder. */
  MALFORMED;

  /** The value of the metric's tag. */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}

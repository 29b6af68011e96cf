package calendar.sender;

import java.util.Locale;

/** Why a message was not delivered. */
enum DropReason {
  /** Its reminder was settled before. */
  DUPLICATE,
  /** Its reminder was deleted or replaced. */
  GONE,
  /** Its event is over. */
  MISSED,
  /** It is no reminder at all. */
  MALFORMED;

  /** As the metrics name it. */
  String tag() {
    return name().toLowerCase(Locale.ROOT);
  }
}

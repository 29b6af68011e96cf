package calendar.faults;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A change of a series. Each owner's series goes through all of them, in this order. */
enum SeriesStep {
  /** Books a daily series. */
  CREATE,
  /** Moves all occurrences by an hour. */
  SHIFT,
  /** Moves an occurrence and those that follow by an hour: they become a series of their own. */
  SPLIT;

  /** The time from an occurrence to the next. */
  static final Duration DAY = Duration.ofDays(1);

  static final Duration HOUR = Duration.ofHours(1);
  static final int OCCURRENCES = 300;

  /** The number of the first occurrence that the split moves. */
  static final int SPLIT_AT = 100;

  /** What an owner whose series begins at this time has before the step. */
  List<StoredPart> before(Instant first) {
    return this == CREATE ? List.of() : values()[ordinal() - 1].after(first);
  }

  /** What an owner whose series begins at this time has after the step. */
  List<StoredPart> after(Instant first) {
    return switch (this) {
      case CREATE -> List.of(StoredPart.daily(first, OCCURRENCES));
      case SHIFT -> List.of(StoredPart.daily(first.plus(HOUR), OCCURRENCES));
      case SPLIT ->
          List.of(
              StoredPart.daily(first.plus(HOUR), SPLIT_AT),
              StoredPart.daily(
                  first.plus(HOUR).plus(DAY.multipliedBy(SPLIT_AT)).plus(HOUR),
                  OCCURRENCES - SPLIT_AT));
    };
  }
}

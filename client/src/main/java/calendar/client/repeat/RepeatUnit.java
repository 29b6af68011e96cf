package calendar.client.repeat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The unit in which repetitions are counted. */
enum RepeatUnit {
  HOUR("HOURLY", ChronoUnit.HOURS),
  DAY("DAILY", ChronoUnit.DAYS),
  WEEK("WEEKLY", ChronoUnit.WEEKS),
  MONTH("MONTHLY", ChronoUnit.MONTHS),
  YEAR("YEARLY", ChronoUnit.YEARS);

  private final String frequency;
  private final ChronoUnit length;

  RepeatUnit(String frequency, ChronoUnit length) {
    this.frequency = frequency;
    this.length = length;
  }

  /** The unit of a word such as {@code week} or {@code weeks}. Empty if there is none. */
  static Optional<RepeatUnit> named(String word) {
    return Stream.of(values())
        .filter(unit -> word.equals(unit.word()) || word.equals(unit.word() + "s"))
        .findFirst();
  }

  /** The unit of a FREQ in capital letters. Empty for others, such as MINUTELY. */
  static Optional<RepeatUnit> ofFrequency(String frequency) {
    return Stream.of(values()).filter(unit -> unit.frequency.equals(frequency)).findFirst();
  }

  /** The value of FREQ. */
  String frequency() {
    return frequency;
  }

  ChronoUnit length() {
    return length;
  }

  /** Formats as {@code week} or {@code 2 weeks}. */
  String words(int count) {
    return count == 1 ? word() : count + " " + word() + "s";
  }

  /** The days that a repetition has if the words do not name them. */
  RepeatDays daysOf(LocalDate first) {
    return switch (this) {
      case HOUR, DAY -> new SameDay();
      case WEEK -> Weekdays.of(List.of(first.getDayOfWeek()));
      case MONTH -> MonthDays.Numbers.of(List.of(first.getDayOfMonth()));
      case YEAR -> new YearDays.Date(MonthDay.from(first));
    };
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}

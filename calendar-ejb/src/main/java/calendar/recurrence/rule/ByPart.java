package calendar.recurrence.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The parts of a rule that list numbers (RFC 5545, section 3.3.10). */
enum ByPart {
  BYMONTH(1, 12, false, Set.of()),
  BYWEEKNO(
      1, 53, true, Set.of(Frequency.MONTHLY, Frequency.WEEKLY, Frequency.DAILY, Frequency.HOURLY)),
  BYYEARDAY(1, 366, true, Set.of(Frequency.MONTHLY, Frequency.WEEKLY, Frequency.DAILY)),
  BYMONTHDAY(1, 31, true, Set.of(Frequency.WEEKLY)),
  BYHOUR(0, 23, false, Set.of()),
  BYMINUTE(0, 59, false, Set.of()),
  BYSECOND(0, 59, false, Set.of()),
  BYSETPOS(1, 366, true, Set.of());

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,3}");

  private final int first;
  private final int last;
  private final boolean countsBack;
  private final Set<Frequency> notWith;

  ByPart(int first, int last, boolean countsBack, Set<Frequency> notWith) {
    this.first = first;
    this.last = last;
    this.countsBack = countsBack;
    this.notWith = notWith;
  }

  /** Returns true if the part is for times of day, which an all-day series does not have. */
  boolean isTime() {
    return this == BYHOUR || this == BYMINUTE || this == BYSECOND;
  }

  /**
   * Reads a list: sorted, each number once.
   *
   * @throws RefusedException if an entry is not a number in range
   */
  List<Integer> read(String value) {
    return Arrays.stream(value.split(",", -1)).map(this::number).distinct().sorted().toList();
  }

  /**
   * @throws RefusedException if RFC 5545 does not allow the part with the frequency
   */
  void requireAllowed(Frequency frequency) {
    if (notWith.contains(frequency)) {
      throw new RefusedException(
          "must not have %s in a %s rule (RFC 5545, section 3.3.10)", name(), frequency);
    }
  }

  private Integer number(String text) {
    int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : Integer.MIN_VALUE;
    int distance = countsBack ? Math.abs(number) : number;
    if (distance < first || distance > last) {
      throw new RefusedException(
          countsBack
              ? "must have a %s of %d to %d or -%3$d to -%2$d, %4$s"
              : "must have a %s of %d to %d, %4$s",
          name(),
          first,
          last,
          RefusedException.found(text));
    }
    return number;
  }
}

package calendar.recurrence.rule;

import calendar.recurrence.time.DateValue;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an RRULE (RFC 5545, section 3.3.10), and says which part is wrong. */
public final class RuleReader {
  /** The largest COUNT. */
  public static final int MAX_COUNT = 4_000;

  /** The longest step, far beyond what people use. */
  static final int MAX_INTERVAL = 10_000;

  private static final Set<String> OTHERS =
      Set.of("FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  private final Map<String, String> texts = new HashMap<>();

  private RuleReader() {}

  /**
   * @param value what follows {@code RRULE:}, in any case
   * @throws RefusedException if it is not a valid rule
   */
  public static RuleParts read(String value, boolean allDay) {
    RuleReader reader = new RuleReader();
    reader.split(value.toUpperCase(Locale.ROOT));
    RuleParts parts = reader.parts();
    checkTogether(parts, allDay);
    return parts;
  }

  private void split(String value) {
    String rule = value.endsWith(";") ? value.substring(0, value.length() - 1) : value;
    for (String text : rule.split(";", -1)) {
      String[] pair = text.split("=", 2);
      if (pair.length < 2 || !isKnown(pair[0])) {
        throw new RefusedException(
            "must have only the parts FREQ, INTERVAL, COUNT, UNTIL, WKST, BYMONTH, BYWEEKNO,"
                + " BYYEARDAY, BYMONTHDAY, BYDAY, BYHOUR, BYMINUTE, BYSECOND and BYSETPOS, %s",
            RefusedException.found(text));
      }
      if (texts.putIfAbsent(pair[0], pair[1]) != null) {
        throw new RefusedException("must have %s only once", pair[0]);
      }
    }
  }

  private static boolean isKnown(String name) {
    return OTHERS.contains(name)
        || Arrays.stream(ByPart.values()).anyMatch(part -> part.name().equals(name));
  }

  private RuleParts parts() {
    Frequency frequency = frequency(texts.getOrDefault("FREQ", ""));
    Map<ByPart, List<Integer>> numbers = new EnumMap<>(ByPart.class);
    for (ByPart part : ByPart.values()) {
      if (texts.containsKey(part.name())) {
        numbers.put(part, part.read(texts.get(part.name())));
        part.requireAllowed(frequency);
      }
    }
    return new RuleParts(
        frequency,
        number("INTERVAL", MAX_INTERVAL).orElse(1),
        number("COUNT", MAX_COUNT),
        until(),
        texts.containsKey("WKST") ? WeekdayPart.weekStart(texts.get("WKST")) : DayOfWeek.MONDAY,
        Map.copyOf(numbers),
        texts.containsKey("BYDAY") ? WeekdayPart.read(texts.get("BYDAY")) : List.of());
  }

  private static Frequency frequency(String text) {
    return Arrays.stream(Frequency.values())
        .filter(frequency -> frequency.name().equals(text))
        .findAny()
        .orElseThrow(
            () ->
                new RefusedException(
                    "must have a FREQ of YEARLY, MONTHLY, WEEKLY, DAILY or HOURLY, %s",
                    RefusedException.found(text)));
  }

  private OptionalInt number(String part, int most) {
    if (!texts.containsKey(part)) {
      return OptionalInt.empty();
    }
    String text = texts.get(part);
    int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : 0;
    if (number < 1 || number > most) {
      throw new RefusedException(
          "must have %s of 1 to %,d, %s",
          part.startsWith("I") ? "an " + part : "a " + part, most, RefusedException.found(text));
    }
    return OptionalInt.of(number);
  }

  private Optional<DateValue> until() {
    if (!texts.containsKey("UNTIL")) {
      return Optional.empty();
    }
    if (texts.containsKey("COUNT")) {
      throw new RefusedException("must not have both COUNT and UNTIL");
    }
    Optional<DateValue> until = DateValue.read(texts.get("UNTIL"), Optional.empty());
    if (until.isEmpty()) {
      throw new RefusedException(
          "must have an UNTIL such as 20261224, 20261224T180000 or 20261224T180000Z, %s",
          RefusedException.found(texts.get("UNTIL")));
    }
    return until;
  }

  private static void checkTogether(RuleParts parts, boolean allDay) {
    boolean counted = parts.weekdays().stream().anyMatch(day -> day.ordinal() != 0);
    if (counted && (!parts.frequency().countsWeekdays() || parts.has(ByPart.BYWEEKNO))) {
      throw new RefusedException(
          "must not count the weekdays of BYDAY, unless the rule is MONTHLY, or YEARLY without"
              + " BYWEEKNO (RFC 5545, section 3.3.10)");
    }
    boolean daysOfAnyMonth = parts.has(ByPart.BYMONTHDAY) && !parts.has(ByPart.BYMONTH);
    if (counted && parts.frequency() == Frequency.YEARLY && daysOfAnyMonth) {
      throw new RefusedException(
          "must not count the weekdays of BYDAY in a YEARLY rule with BYMONTHDAY and no BYMONTH");
    }
    if (parts.has(ByPart.BYSETPOS) && parts.numbers().size() == 1 && parts.weekdays().isEmpty()) {
      throw new RefusedException("must have another BY part beside BYSETPOS");
    }
    if (allDay) {
      requireDays(parts);
    }
  }

  private static void requireDays(RuleParts parts) {
    if (parts.frequency() == Frequency.HOURLY) {
      throw new RefusedException(
          "must have a FREQ of YEARLY, MONTHLY, WEEKLY or DAILY, because the series is all-day,"
              + " found \"HOURLY\"");
    }
    for (ByPart part : ByPart.values()) {
      if (part.isTime() && parts.has(part)) {
        throw new RefusedException("must not have %s, because the series is all-day", part);
      }
    }
  }
}

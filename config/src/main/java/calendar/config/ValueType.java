package calendar.config;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A type of configuration values.
 *
 * @param expected a description that follows the word "expected" in messages
 * @param accepts returns true for a valid value
 * @param isList true if the value has parts, separated by commas
 */
record ValueType(String expected, Predicate<String> accepts, boolean isList) {
  private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

  private static final ValueType FILE = new ValueType("a path, or nothing", text -> true);

  private static final ValueType WRITTEN_FILE =
      new ValueType("the path of a file to write, or nothing", text -> true);

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9_]([A-Za-z0-9_.-]*[A-Za-z0-9_])?|\\[[0-9A-Fa-f:.]+]");

  ValueType(String expected, Predicate<String> accepts) {
    this(expected, accepts, false);
  }

  static ValueType text() {
    return new ValueType("a text", text -> !text.isBlank());
  }

  /** Accepts any text, including empty and blank texts. */
  static ValueType password() {
    return new ValueType("a text", text -> true);
  }

  /** Accepts any text that is not blank; an empty text means that there is none. */
  static ValueType optionalText() {
    return new ValueType("a text, or nothing", text -> text.isEmpty() || !text.isBlank());
  }

  /** Accepts what {@link AddressRange} reads, separated by commas; an empty text means none. */
  static ValueType addresses() {
    return new ValueType(
        "IP addresses or networks such as 10.0.0.0/8, separated by commas, or nothing",
        text -> splitList(text).stream().allMatch(part -> AddressRange.parse(part).isPresent()),
        true);
  }

  /** Accepts any path, of a file that is read; an empty text means no file. */
  static ValueType file() {
    return FILE;
  }

  /** Accepts any path, of a file that is written; an empty text means no file. */
  static ValueType writtenFile() {
    return WRITTEN_FILE;
  }

  /** Accepts names and addresses, separated by commas; an empty text is an empty list. */
  static ValueType hosts() {
    return new ValueType(
        "host names or addresses without a port, such as calendar.example.com or [2001:db8::1]",
        text -> splitList(text).stream().allMatch(host -> HOST.matcher(host).matches()),
        true);
  }

  /** Splits the text form of a list at its commas. */
  static List<String> splitList(String text) {
    return text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }

  static ValueType port() {
    return wholeNumber(1, 65_535);
  }

  static ValueType wholeNumber(int least, int most) {
    return new ValueType(
        "a whole number from %d to %d".formatted(least, most),
        text -> text.matches("\\d{1,9}") && within(Integer.parseInt(text), least, most));
  }

  /** Accepts a number or the word. */
  static ValueType wholeNumberOr(String word, int least, int most) {
    ValueType number = wholeNumber(least, most);
    return new ValueType(
        "%s or %s".formatted(word, number.expected()),
        text -> text.equals(word) || number.accepts().test(text));
  }

  static ValueType oneOf(String... values) {
    return new ValueType(
        "one of " + String.join(", ", values), text -> List.of(values).contains(text));
  }

  static ValueType duration(String least, String most) {
    Duration shortest = parseDuration(least).orElseThrow();
    Duration longest = parseDuration(most).orElseThrow();
    return new ValueType(
        "a duration from %s to %s, such as 500ms, 30s, 5m, 12h or 365d".formatted(least, most),
        text ->
            parseDuration(text)
                .filter(duration -> duration.compareTo(shortest) >= 0)
                .filter(duration -> duration.compareTo(longest) <= 0)
                .isPresent());
  }

  /** Reads a whole number with a unit: ms, s, m, h or d (24 hours). Empty for other texts. */
  static Optional<Duration> parseDuration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(matcher.group(1));
    return Optional.of(
        switch (matcher.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  private static boolean within(int number, int least, int most) {
    return number >= least && number <= most;
  }
}

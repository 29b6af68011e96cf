package calendar.client.repeat;

import calendar.client.time.date.DateNames;
import calendar.client.time.text.TimeInputException;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the words of a repetition from left to right, in lower case. A comma is a word. Errors show
 * the text with a caret before the wrong word. Not thread-safe.
 */
final class RepeatWords {
  private static final Pattern WORD = Pattern.compile(",|[^\\s\\h,]+");
  private static final Pattern DIGITS = Pattern.compile("\\d+");
  private static final int MOST_DIGITS = 9;
  private static final Pattern ORDINAL = Pattern.compile("(\\d{1,2})(?:st|nd|rd|th)?");
  private static final List<String> NUMBERS =
      List.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  private final String text;
  private final List<MatchResult> words;
  private int next;

  RepeatWords(String text) {
    this.text = text.strip();
    this.words = WORD.matcher(this.text).results().toList();
  }

  boolean isEmpty() {
    return next == words.size();
  }

  /** The position of the next word, for errors. */
  int position() {
    return next;
  }

  /** The word at a distance from the next word, 0 for the next one. Empty after the last word. */
  String peek(int ahead) {
    int index = next + ahead;
    return index < words.size() ? words.get(index).group().toLowerCase(Locale.ROOT) : "";
  }

  boolean isNext(String word) {
    return peek(0).equals(word);
  }

  /** Reads the next word if it is this one. */
  boolean take(String word) {
    return take(Optional.of(word).filter(this::isNext)).isPresent();
  }

  /** The text from the next word on. */
  String rest() {
    return isEmpty() ? "" : text.substring(words.get(next).start());
  }

  /** Reads a weekday, also in the plural. Empty, and no word is read, if there is none. */
  Optional<DayOfWeek> takeWeekday() {
    return take(weekday());
  }

  boolean isWeekday() {
    return weekday().isPresent();
  }

  /** Reads a month. Empty, and no word is read, if there is none. */
  Optional<Month> takeMonth() {
    return take(DateNames.month(peek(0)));
  }

  /** Reads a unit. Empty, and no word is read, if there is none. */
  Optional<RepeatUnit> takeUnit() {
    return take(RepeatUnit.named(peek(0)));
  }

  /**
   * Reads a number in digits, or one to twelve. Empty, and no word is read, if there is none.
   *
   * @throws TimeInputException if it is not from 1 to {@code most}
   */
  Optional<Integer> takeNumber(int most) {
    String word = peek(0);
    boolean digits = DIGITS.matcher(word).matches();
    int number = digits ? number(word) : NUMBERS.indexOf(word) + 1;
    if (digits && (number < 1 || number > most)) {
      throw expected("a number from 1 to " + most);
    }
    return take(Optional.of(number).filter(read -> read > 0));
  }

  boolean isMonth() {
    return DateNames.month(peek(0)).isPresent();
  }

  /** Returns true if an ordinal is next: 15th, 15, first, last; not the number of "15 times". */
  boolean isOrdinal() {
    return ordinal().isPresent() && !peek(1).matches("times?");
  }

  /**
   * Reads an ordinal. Returns -1 for "last".
   *
   * @param expected the words for the error
   * @throws TimeInputException if there is none
   */
  int takeOrdinal(String expected) {
    return take(ordinal()).orElseThrow(() -> expected(expected));
  }

  /**
   * Reads what separates the items of a list: comma, "and", or nothing. Returns true if another
   * item follows. Leaves a comma that does not belong to the list.
   *
   * @param isItem tells if the next word begins an item
   */
  boolean takeSeparator(BooleanSupplier isItem) {
    int before = next;
    take(",");
    boolean and = take("and");
    take("on");
    take("the");
    boolean follows = and || isItem.getAsBoolean();
    next = follows ? next : before;
    return follows;
  }

  /**
   * The weekday with this number in its month.
   *
   * @param position of the number, for the error
   * @throws TimeInputException if the number is not 1 to 5 or last
   */
  NthWeekday nth(int number, DayOfWeek weekday, int position) {
    if (!NthWeekday.isNumber(number)) {
      throw expected("'first' to 'fifth' or 'last' before a weekday", position);
    }
    return new NthWeekday(number, weekday);
  }

  /** The error for the next word. */
  TimeInputException expected(String expected) {
    return expected(expected, next);
  }

  /** The error for the word at a position. */
  TimeInputException expected(String expected, int position) {
    String found =
        position < words.size() ? "'" + words.get(position).group() + "'" : "the end of the text";
    return rejected("expected %s, found %s".formatted(expected, found), position);
  }

  /** The error for the word at a position, with another reason. */
  TimeInputException rejected(String reason, int position) {
    int caret = position < words.size() ? words.get(position).start() : text.length();
    return new TimeInputException(
        "%s at ^ in '%s^%s'".formatted(reason, text.substring(0, caret), text.substring(caret)));
  }

  private static int number(String digits) {
    return digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits);
  }

  private Optional<Integer> ordinal() {
    Matcher digits = ORDINAL.matcher(peek(0));
    int number = digits.matches() ? Integer.parseInt(digits.group(1)) : EnglishList.number(peek(0));
    return Optional.of(number).filter(read -> read != 0 || digits.matches());
  }

  private Optional<DayOfWeek> weekday() {
    String word = peek(0);
    return DateNames.weekday(word.endsWith("days") ? word.substring(0, word.length() - 1) : word);
  }

  private <T> Optional<T> take(Optional<T> read) {
    next += read.isPresent() ? 1 : 0;
    return read;
  }
}

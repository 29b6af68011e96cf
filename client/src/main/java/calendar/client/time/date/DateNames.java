package calendar.client.time.date;

import static java.time.format.TextStyle.FULL;

import java.time.DayOfWeek;
import java.time.Month;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** English names of months and weekdays, in long and short form. */
public final class DateNames {
  /** DateNames of three letters, and these. */
  private static final Set<String> OTHER_SHORT = Set.of("sept", "tues", "weds", "thur", "thurs");

  private DateNames() {}

  /** The month of a word in lower case. Empty if it is not a name. */
  public static Optional<Month> month(String word) {
    return Stream.of(Month.values()).filter(month -> isName(word, of(month))).findFirst();
  }

  /** The weekday of a word in lower case. Empty if it is not a name. */
  public static Optional<DayOfWeek> weekday(String word) {
    return Stream.of(DayOfWeek.values()).filter(day -> isName(word, of(day))).findFirst();
  }

  /** The long form, such as {@code December}. */
  public static String of(Month month) {
    return month.getDisplayName(FULL, Locale.ENGLISH);
  }

  /** The long form, such as {@code Monday}. */
  public static String of(DayOfWeek day) {
    return day.getDisplayName(FULL, Locale.ENGLISH);
  }

  private static boolean isName(String word, String name) {
    String full = name.toLowerCase(Locale.ROOT);
    return word.equals(full)
        || word.equals(full.substring(0, 3))
        || OTHER_SHORT.contains(word) && word.startsWith(full.substring(0, 3));
  }
}

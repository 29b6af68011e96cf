package calendar.bdd.phrase;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times and durations in the form of the feature files. */
public final class FeatureTimes {
  private static final Pattern DURATION = Pattern.compile("(\\d+) (second|minute|hour|day)s?");

  private FeatureTimes() {}

  /** Reads a time such as {@code 2031-05-06 10:00}. */
  public static LocalDateTime time(String words) {
    return LocalDateTime.parse(words.replace(' ', 'T'));
  }

  /** Reads a duration such as {@code 15 minutes}. */
  public static Duration duration(String words) {
    Matcher matcher = DURATION.matcher(words);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a duration: " + words);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "second" -> Duration.ofSeconds(amount);
      case "minute" -> Duration.ofMinutes(amount);
      case "hour" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** Reads durations such as {@code 1 day, 15 minutes}. An empty text has none. */
  static List<Duration> durations(String words) {
    return words.isEmpty()
        ? List.of()
        : Arrays.stream(words.split(", ")).map(FeatureTimes::duration).toList();
  }
}

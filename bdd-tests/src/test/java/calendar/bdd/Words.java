package calendar.bdd;

import com.google.protobuf.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the features write times and durations, and how the API does. */
final class Words {
  private static final Pattern DURATION = Pattern.compile("(\\d+) (second|minute|hour|day)s?");

  private Words() {}

  /** Such as {@code 2031-05-06 10:00}. */
  static LocalDateTime time(String words) {
    return LocalDateTime.parse(words.replace(' ', 'T'));
  }

  /** Such as {@code 15 minutes}. */
  static Duration duration(String words) {
    Matcher matcher = DURATION.matcher(words);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("no duration: " + words);
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "second" -> Duration.ofSeconds(amount);
      case "minute" -> Duration.ofMinutes(amount);
      case "hour" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  /** Such as {@code 1 day, 15 minutes}; none for an empty text. */
  static List<Duration> durations(String words) {
    return words.isEmpty()
        ? List.of()
        : Arrays.stream(words.split(", ")).map(Words::duration).toList();
  }

  static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  static Instant instant(Timestamp timestamp) {
    return Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos());
  }

  static com.google.protobuf.Duration proto(Duration duration) {
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  static Duration duration(com.google.protobuf.Duration duration) {
    return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
  }

  /**
   * A stretch of local time, such as {@code 2031-05-06 10:00 to 11:00} or {@code 2031-05-06 22:00
   * to 2031-05-07 06:00}.
   */
  record Period(LocalDateTime start, LocalDateTime end) {
    static final String CLOCK = "\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?";
    static final String DATE = "\\d{4}-\\d{2}-\\d{2}";
    static final String REGEX = DATE + " " + CLOCK + " to (?:" + DATE + " )?" + CLOCK;

    static Period parse(String words) {
      int to = words.indexOf(" to ");
      LocalDateTime start = time(words.substring(0, to));
      String end = words.substring(to + " to ".length());
      return new Period(
          start,
          end.matches(CLOCK) ? LocalDate.from(start).atTime(LocalTime.parse(end)) : time(end));
    }
  }
}

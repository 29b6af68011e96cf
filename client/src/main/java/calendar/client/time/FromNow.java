package calendar.client.time;

import calendar.client.time.text.TimeInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times relative to now: now, in 2 hours, 2 hours ago. The result has whole seconds. */
final class FromNow {
  private static final Pattern IN = Pattern.compile("(?i)in\\s+(.+)");
  private static final Pattern AGO = Pattern.compile("(?i)(.+)\\s+ago");
  private static final Duration MAX = Duration.ofDays(365_000);

  private FromNow() {}

  /** Reads the time. Empty if the text has another form. */
  static Optional<Instant> read(String text, Instant clock) {
    String written = text.strip();
    Instant now = clock.truncatedTo(ChronoUnit.SECONDS);
    if (written.equalsIgnoreCase("now")) {
      return Optional.of(now);
    }
    return duration(IN, written).map(now::plus).or(() -> duration(AGO, written).map(now::minus));
  }

  private static Optional<Duration> duration(Pattern form, String text) {
    Matcher parts = form.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    Optional<Duration> duration = WrittenDuration.read(parts.group(1));
    if (duration.filter(read -> read.compareTo(MAX) > 0).isPresent()) {
      throw new TimeInputException("'%s' is too far away".formatted(text));
    }
    return duration;
  }
}

package calendar.client.command.output.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A span of time, formatted for people in a zone. A local time that occurs twice, because clocks go
 * back, is followed by its offset: {@code 02:30 +02:00}.
 */
public record TimeSpan(Instant start, Instant end, ZoneId zone) implements EventSpan {
  public static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM uuuu", Locale.ENGLISH);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern(" xxx", Locale.ROOT);
  private static final DateTimeFormatter TIME_WITH_SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);

  /** The day of the start. */
  @Override
  public LocalDate day() {
    return LocalDate.ofInstant(start, zone);
  }

  /** Formats as {@code 10:00 – 10:30}. Adds the day of the end if it differs from the start's. */
  @Override
  public String times() {
    LocalDate lastDay = LocalDate.ofInstant(end, zone);
    String until = lastDay.equals(day()) ? time(end) : moment(end, zone);
    return time(start) + " – " + until;
  }

  /** Formats as {@code Tue 1 Dec 2026 10:00 – 10:30}. */
  @Override
  public String dayAndTimes() {
    return DAY.format(day()) + " " + times();
  }

  @Override
  public String zoneName() {
    return zone.getId();
  }

  /** Formats as {@code Tue 1 Dec 2026 10:00}. */
  public static String moment(Instant time, ZoneId zone) {
    return DAY.format(time.atZone(zone)) + " " + time(time.atZone(zone));
  }

  private String time(Instant time) {
    return time(time.atZone(zone));
  }

  private static String time(ZonedDateTime time) {
    String shown = (time.getSecond() == 0 ? TIME : TIME_WITH_SECONDS).format(time);
    return isAmbiguous(time) ? shown + OFFSET.format(time) : shown;
  }

  private static boolean isAmbiguous(ZonedDateTime time) {
    return time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() > 1;
  }
}

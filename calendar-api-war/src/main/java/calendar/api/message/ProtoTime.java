package calendar.api.message;

import calendar.error.Violations;
import calendar.event.field.Interval;
import calendar.event.field.TimeZones;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import com.google.type.Date;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.BiFunction;

/** Converts times, durations and dates between protobuf and Java. */
public final class ProtoTime {
  private ProtoTime() {}

  /**
   * The time of a timestamp; null if it is not set. A timestamp that protobuf does not allow (year
   * 0, negative nanos) becomes a time far outside the calendar's range. So the calendar's own rules
   * reject it, and name its field.
   */
  public static Instant instant(boolean set, Timestamp timestamp) {
    if (!set) {
      return null;
    }
    return Timestamps.isValid(timestamp)
        ? Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
        : Instant.MAX;
  }

  public static Timestamp timestamp(Instant instant) {
    return Timestamp.newBuilder()
        .setSeconds(instant.getEpochSecond())
        .setNanos(instant.getNano())
        .build();
  }

  public static boolean isRepresentable(Instant instant) {
    return Timestamps.isValid(instant.getEpochSecond(), instant.getNano());
  }

  /**
   * The duration of a message. One that protobuf does not allow becomes negative, so that the
   * calendar's rules reject it.
   */
  public static Duration duration(com.google.protobuf.Duration duration) {
    return Durations.isValid(duration)
        ? Duration.ofSeconds(duration.getSeconds(), duration.getNanos())
        : Duration.ofDays(-1);
  }

  public static com.google.protobuf.Duration duration(Duration duration) {
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  /**
   * A period of whole days in a time zone. Adds a violation of {@code date} or {@code time_zone} if
   * one of them is invalid; then the result must not be used.
   *
   * @param timeZone an IANA name; empty for UTC
   * @param period makes the period from its first day and the zone
   */
  public static Interval interval(
      Date date,
      String timeZone,
      BiFunction<LocalDate, ZoneId, Interval> period,
      Violations violations) {
    Optional<LocalDate> firstDay = localDate(date);
    violations.require(
        firstDay.isPresent(), "date", "must be a date with year (1 to 9999), month and day");
    ZoneId zone =
        timeZone.isEmpty()
            ? ZoneOffset.UTC
            : TimeZones.find(timeZone, "time_zone", ", or empty for UTC", violations)
                .orElse(ZoneOffset.UTC);
    return period.apply(firstDay.orElse(LocalDate.EPOCH), zone);
  }

  /**
   * The date of a message; null if it is not set. A date that does not exist becomes {@link
   * LocalDate#MAX}, so that the calendar's rules reject it.
   */
  public static LocalDate date(boolean set, Date date) {
    return set ? localDate(date).orElse(LocalDate.MAX) : null;
  }

  public static Date date(LocalDate date) {
    return Date.newBuilder()
        .setYear(date.getYear())
        .setMonth(date.getMonthValue())
        .setDay(date.getDayOfMonth())
        .build();
  }

  private static Optional<LocalDate> localDate(Date date) {
    try {
      return Optional.of(LocalDate.of(date.getYear(), date.getMonth(), date.getDay()))
          .filter(day -> day.getYear() >= 1 && day.getYear() <= 9999);
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }
}

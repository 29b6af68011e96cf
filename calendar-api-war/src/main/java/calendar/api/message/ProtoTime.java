package calendar.api.message;

import calendar.error.Violations;
import calendar.event.Interval;
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
import java.util.Set;
import java.util.function.BiFunction;

/** Protobuf's times as Java's, and back. */
public final class ProtoTime {
  private static final Set<String> ZONES = ZoneId.getAvailableZoneIds();
  private static final int LONGEST_ECHO = 64;

  private ProtoTime() {}

  /**
   * Null for a timestamp that is not set. One that protobuf does not allow (year 0, negative nanos)
   * becomes a time far outside of the calendar's range, so that it is refused by the calendar's own
   * rules, under the name of its field.
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

  /** As {@link #instant}: a duration that protobuf does not allow becomes a negative one. */
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
   * A period of whole days in a zone. What is no date or no zone is noted as a violation of {@code
   * date} or {@code time_zone}; then the answer must not be used.
   *
   * @param period makes the period of its first day and the zone
   */
  public static Interval interval(
      Date date,
      String timeZone,
      BiFunction<LocalDate, ZoneId, Interval> period,
      Violations violations) {
    Optional<LocalDate> firstDay = localDate(date);
    violations.require(
        firstDay.isPresent(), "date", "must be a day of the years 1 to 9999, with month and day");
    boolean zoneKnown = timeZone.isEmpty() || ZONES.contains(timeZone);
    violations.require(
        zoneKnown,
        "time_zone",
        "must be an IANA name such as Europe/Brussels, or empty for UTC; found \"%s\"",
        timeZone.substring(0, Math.min(timeZone.length(), LONGEST_ECHO)));
    ZoneId zone = zoneKnown && !timeZone.isEmpty() ? ZoneId.of(timeZone) : ZoneOffset.UTC;
    return period.apply(firstDay.orElse(LocalDate.EPOCH), zone);
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

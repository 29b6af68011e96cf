package calendar.client;

import com.google.protobuf.Timestamp;
import com.google.type.Date;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Converts between {@code java.time} and protobuf's well-known types. */
public final class ProtoTimes {
  private ProtoTimes() {}

  public static Timestamp timestamp(Instant time) {
    return Timestamp.newBuilder()
        .setSeconds(time.getEpochSecond())
        .setNanos(time.getNano())
        .build();
  }

  public static Instant instant(Timestamp time) {
    return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
  }

  public static com.google.protobuf.Duration duration(Duration duration) {
    return com.google.protobuf.Duration.newBuilder()
        .setSeconds(duration.getSeconds())
        .setNanos(duration.getNano())
        .build();
  }

  public static Duration duration(com.google.protobuf.Duration duration) {
    return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
  }

  public static Date date(LocalDate date) {
    return Date.newBuilder()
        .setYear(date.getYear())
        .setMonth(date.getMonthValue())
        .setDay(date.getDayOfMonth())
        .build();
  }

  public static LocalDate date(Date date) {
    return LocalDate.of(date.getYear(), date.getMonth(), date.getDay());
  }
}

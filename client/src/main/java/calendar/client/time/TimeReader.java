package calendar.client.time;

import calendar.client.time.date.Anchor;
import calendar.client.time.text.TimeInputException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reads times and dates as people write them. Thread-safe.
 *
 * <p>A text without a zone uses the reader's zone. A date without a time means the start of the
 * day. A weekday, or a date without a year, means the next one. If a local time occurs twice,
 * because clocks go back, the reader takes the first and adds a note. If clocks skip a local time,
 * the reader rejects it. Every method throws {@link TimeInputException} if the text is invalid.
 */
public final class TimeReader {
  private final Clock clock;
  private final ZoneId zone;

  /**
   * @param clock the current time for "today" and "in 2 minutes"
   */
  public TimeReader(Clock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  /** Reads any point in time. A time without a date, or today's weekday, means today. */
  public ResolvedTime time(String text) {
    return fromNow(text)
        .orElseGet(
            () -> {
              WrittenTime written = written(text);
              ZoneId zoneOfText = zoneOf(written);
              LocalDateTime since = today(zoneOfText).atStartOfDay();
              return resolve(written, since, Instant.MIN);
            });
  }

  /** Reads a start. A time without a date means today and must not have passed. */
  public ResolvedTime start(String text) {
    return fromNow(text)
        .orElseGet(
            () -> {
              WrittenTime written = written(text);
              Instant now = clock.instant();
              LocalDateTime since = LocalDateTime.ofInstant(now, zoneOf(written));
              ResolvedTime start = resolve(written, since, now);
              if (written.isBareTime() && start.instant().isBefore(now)) {
                throw new TimeInputException(
                    "%1$s today has passed; try 'tomorrow %1$s'".formatted(text.strip()));
              }
              return start;
            });
  }

  /**
   * Reads the new start of an event. A time without a date means the day of the present start.
   *
   * @param presentDay the day of the present start in a zone; called only if the text depends on it
   */
  public ResolvedTime newStart(String text, Function<ZoneId, LocalDate> presentDay) {
    Optional<WrittenTime> bare =
        fromNow(text).isPresent()
            ? Optional.empty()
            : Optional.of(written(text)).filter(WrittenTime::isBareTime);
    return bare.map(
            written -> {
              LocalDate day = presentDay.apply(zoneOf(written));
              return resolve(written, day.atStartOfDay(), Instant.MIN);
            })
        .orElseGet(() -> start(text));
  }

  /**
   * Reads an end. A time without a date means the day of the start. A weekday means the first one
   * from the start on.
   *
   * @param start the start; called only if the text depends on it
   */
  public ResolvedTime end(String text, Supplier<Instant> start) {
    Optional<ResolvedTime> fromNow = fromNow(text);
    if (fromNow.isPresent()) {
      return fromNow.get();
    }
    WrittenTime written = written(text);
    if (!written.countsFromAnchor()) {
      return time(text);
    }
    Instant from = start.get();
    LocalDate day = LocalDate.ofInstant(from, zoneOf(written));
    ResolvedTime end = resolve(written, day.atStartOfDay(), from.plusNanos(1));
    if (written.isBareTime() && !end.instant().isAfter(from)) {
      throw new TimeInputException(
          "%s on %s is not after the start; try '%s %1$s'"
              .formatted(text.strip(), day, day.plusDays(1)));
    }
    return end;
  }

  /** Reads a date. Today's weekday means today. */
  public LocalDate date(String text) {
    return WrittenTime.read(text)
        .filter(written -> written.time().isEmpty())
        .map(written -> written.date(new Anchor(today(zone), today(zone).atStartOfDay())))
        .orElseThrow(() -> InputErrors.dates(text, today(zone)));
  }

  private Optional<ResolvedTime> fromNow(String text) {
    return FromNow.read(text, clock.instant()).map(ResolvedTime::of);
  }

  private WrittenTime written(String text) {
    UnclearRange.reject(text);
    return WrittenTime.read(text).orElseThrow(() -> InputErrors.times(text, today(zone)));
  }

  private ResolvedTime resolve(WrittenTime written, LocalDateTime since, Instant earliest) {
    ZoneId zoneOfText = zoneOf(written);
    return written.at(new Anchor(today(zoneOfText), since), new ZoneClock(zoneOfText), earliest);
  }

  private ZoneId zoneOf(WrittenTime written) {
    return written.zone().orElse(zone);
  }

  private LocalDate today(ZoneId zoneOfText) {
    return LocalDate.ofInstant(clock.instant(), zoneOfText);
  }
}

package calendar.client.time;

import calendar.client.time.text.TimeInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Converts local times of a zone to instants. Clocks skip some local times and show others twice.
 */
record ZoneClock(ZoneId zone) {
  private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xxx", Locale.ROOT);

  /**
   * Returns the instant of a local time. If the local time occurs twice, returns the first instant
   * that is not before {@code earliest}, else the first of both, and adds a note.
   *
   * @throws TimeInputException if the clocks skip it
   */
  ResolvedTime at(LocalDateTime local, Instant earliest) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    if (offsets.isEmpty()) {
      throw skipped(local);
    }
    Instant first = local.toInstant(offsets.get(0));
    if (offsets.size() == 1) {
      return ResolvedTime.of(first);
    }
    Instant second = local.toInstant(offsets.get(1));
    boolean takesFirst = !first.isBefore(earliest) || second.isBefore(earliest);
    return takesFirst
        ? new ResolvedTime(first, note(local, "first", offsets.get(0), "second", offsets.get(1)))
        : new ResolvedTime(second, note(local, "second", offsets.get(1), "first", offsets.get(0)));
  }

  /**
   * The first instant of a day.
   *
   * @throws TimeInputException if the zone skips the whole day
   */
  ResolvedTime startOf(LocalDate day) {
    ZonedDateTime start = day.atStartOfDay(zone);
    if (!start.toLocalDate().equals(day)) {
      throw new TimeInputException("%s skips the day %s".formatted(zone, day));
    }
    return ResolvedTime.of(start.toInstant());
  }

  private Optional<String> note(
      LocalDateTime local, String taken, ZoneOffset offset, String other, ZoneOffset otherOffset) {
    return Optional.of(
        "%s on %s occurs twice in %s; using the %s, %s (for the %s, add %s)"
            .formatted(
                local.toLocalTime(),
                local.toLocalDate(),
                zone,
                taken,
                OFFSET.format(offset),
                other,
                OFFSET.format(otherOffset)));
  }

  private TimeInputException skipped(LocalDateTime local) {
    ZoneOffsetTransition change = zone.getRules().getTransition(local);
    LocalDateTime before = change.getDateTimeBefore();
    LocalDateTime after = change.getDateTimeAfter();
    boolean sameDay = before.toLocalDate().equals(after.toLocalDate());
    return new TimeInputException(
        "this time does not exist: on %s the clocks of %s jump from %s to %s, found %s"
            .formatted(
                local.toLocalDate(),
                zone,
                sameDay ? before.toLocalTime() : before,
                sameDay ? after.toLocalTime() : after,
                local.toLocalTime()));
  }
}

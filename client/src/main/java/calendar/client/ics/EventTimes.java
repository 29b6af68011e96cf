package calendar.client.ics;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.Optional;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;
import net.fortuna.ical4j.model.property.Duration;

/** When a VEVENT begins and ends (RFC 5545, 3.6.1). */
final class EventTimes {
  private final VEvent event;
  private final ComponentText text;
  private final ZoneId floatingZone;

  EventTimes(VEvent event, ComponentText text, ZoneId floatingZone) {
    this.event = event;
    this.text = text;
    this.floatingZone = floatingZone;
  }

  ZonedDateTime start() throws InvalidComponentException {
    return time(Property.DTSTART)
        .orElseThrow(() -> new InvalidComponentException(text.line(), "has no DTSTART"));
  }

  ZonedDateTime end(ZonedDateTime start) throws InvalidComponentException {
    Optional<ZonedDateTime> end = time(Property.DTEND);
    if (end.isPresent()) {
      return end.get();
    }
    Optional<Duration> duration = event.getProperty(Property.DURATION);
    return start.plus(
        duration
            .orElseThrow(
                () -> new InvalidComponentException(text.line(), "has no DTEND and no DURATION"))
            .getDuration());
  }

  private Optional<ZonedDateTime> time(String name) throws InvalidComponentException {
    Optional<DateProperty<Temporal>> property = event.getProperty(name);
    if (property.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(zoned(property.get().getDate()));
    } catch (DateTimeException unusable) {
      throw new InvalidComponentException(text.lineOf(name), unusable.getMessage());
    }
  }

  private ZonedDateTime zoned(Temporal time) throws InvalidComponentException {
    if (time instanceof LocalDate) {
      throw new InvalidComponentException(text.line(), "all-day");
    }
    if (time instanceof LocalDateTime local) {
      return local.atZone(floatingZone);
    }
    return time instanceof Instant instant
        ? instant.atZone(ZoneOffset.UTC)
        : ZonedDateTime.from(time);
  }
}

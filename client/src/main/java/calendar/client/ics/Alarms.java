package calendar.client.ics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.property.Trigger;

/** The alarms of an event (RFC 5545, 3.6.6), as how long before its start they come. */
final class Alarms {
  private static final int MOST_REMINDERS = 5;
  private static final Duration LONGEST_BEFORE = Duration.ofDays(366);

  private final List<VAlarm> alarms;

  Alarms(VEvent event) {
    alarms = event.getComponents(Component.VALARM);
  }

  boolean any() {
    return !alarms.isEmpty();
  }

  /** Those that a reminder can be made of, in the order of the file. */
  List<Duration> before(ZonedDateTime start, ZonedDateTime end) {
    return alarms.stream()
        .flatMap(alarm -> alarm.<Trigger>getProperty(Property.TRIGGER).stream())
        .flatMap(trigger -> time(trigger, start, end).stream())
        .map(time -> Duration.between(time, start.toInstant()))
        .filter(before -> !before.isNegative() && before.compareTo(LONGEST_BEFORE) <= 0)
        .distinct()
        .limit(MOST_REMINDERS)
        .toList();
  }

  private static Optional<Instant> time(Trigger trigger, ZonedDateTime start, ZonedDateTime end) {
    if (trigger.getDuration() == null) {
      return Optional.ofNullable(trigger.getDate());
    }
    boolean fromEnd = trigger.getParameter("RELATED").filter(Related.END::equals).isPresent();
    return Optional.of((fromEnd ? end : start).plus(trigger.getDuration()).toInstant());
  }
}

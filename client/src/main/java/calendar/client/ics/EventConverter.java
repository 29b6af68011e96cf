package calendar.client.ics;

import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.DateProperty;

/** Makes an event that can be booked of a VEVENT, or says why it cannot. */
final class EventConverter {
  private final ZoneId floatingZone;

  /**
   * @param floatingZone the zone of local times that name none
   */
  EventConverter(ZoneId floatingZone) {
    this.floatingZone = floatingZone;
  }

  IcsEvent convert(VEvent event, ComponentText text) throws InvalidComponentException {
    Map<String, String> properties = textProperties(event);
    require(properties.containsKey(Property.UID), text, "has no UID");
    require(!recurring(event), text, "recurring");
    require(!"CANCELLED".equals(properties.get(Property.STATUS)), text, "cancelled");
    EventTimes times = new EventTimes(event, text, floatingZone);
    ZonedDateTime start = times.start();
    ZonedDateTime end = times.end(start);
    require(end.isAfter(start), text, "does not end after its start");
    Alarms alarms = new Alarms(event);
    List<Duration> before = alarms.before(start, end);
    return new IcsEvent(
        properties.get(Property.UID),
        text.line(),
        properties.getOrDefault(Property.SUMMARY, ""),
        properties.getOrDefault(Property.DESCRIPTION, ""),
        start.toInstant(),
        end.toInstant(),
        before,
        alarms.any() && before.isEmpty(),
        properties);
  }

  private static boolean recurring(VEvent event) {
    return Stream.of(Property.RRULE, Property.RDATE, Property.RECURRENCE_ID)
        .anyMatch(name -> event.getProperty(name).isPresent());
  }

  private static Map<String, String> textProperties(VEvent event) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Property property : event.getPropertyList().getAll()) {
      if (!(property instanceof DateProperty)) {
        values.putIfAbsent(property.getName(), property.getValue());
      }
    }
    return values;
  }

  private static void require(boolean met, ComponentText text, String otherwise)
      throws InvalidComponentException {
    if (!met) {
      throw new InvalidComponentException(text.line(), otherwise);
    }
  }
}

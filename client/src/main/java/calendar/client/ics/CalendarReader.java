package calendar.client.ics;

import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.SkippedComponent;
import calendar.client.ics.syntax.CalendarText;
import calendar.client.ics.syntax.ComponentText;
import calendar.client.ics.syntax.LineDecoder;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads the components of one VCALENDAR, according to its METHOD (RFC 5546, 1.4). */
final class CalendarReader {
  private static final String EVENT = "VEVENT";
  private static final String TIME_ZONE = "VTIMEZONE";
  private static final String CANCEL = "CANCEL";

  /** Methods of messages about events. Their components are not events of this calendar. */
  private static final Set<String> MESSAGES =
      Set.of("REPLY", "COUNTER", "DECLINECOUNTER", "REFRESH");

  private final CalendarText calendar;
  private final CalendarZones zones;
  private final LineDecoder decoder;
  private final ReadOptions options;
  private final String method;
  private final Set<String> recurring = new HashSet<>();

  CalendarReader(
      CalendarText calendar, CalendarZones zones, LineDecoder decoder, ReadOptions options) {
    this.calendar = calendar;
    this.zones = zones;
    this.decoder = decoder;
    this.options = options;
    this.method = calendar.value("METHOD").orElse("PUBLISH").toUpperCase(Locale.ROOT);
  }

  /** All components except time zones, in the order of the file. */
  List<IcsComponent> components() {
    calendar.components().stream()
        .filter(component -> component.name().equals(EVENT) && EventReader.isRecurring(component))
        .forEach(component -> recurring.add(component.uid()));
    List<IcsComponent> components = new ArrayList<>();
    for (ComponentText component : calendar.components()) {
      if (!component.name().equals(TIME_ZONE)) {
        components.add(read(component));
      }
    }
    return components;
  }

  private IcsComponent read(ComponentText text) {
    try {
      require(text.name().equals(EVENT), text, "not an event");
      requireComplete(text);
      require(!MESSAGES.contains(method), text, "METHOD:" + method + " is a message, not an event");
      EventReader event = new EventReader(text, zones, decoder, options);
      if (method.equals(CANCEL) || event.isCancelled()) {
        return event.cancellation();
      }
      require(!recurring.contains(text.uid()) || text.uid().isEmpty(), text, "recurring");
      return event.read();
    } catch (InvalidComponentException invalid) {
      return skipped(text, invalid.line(), invalid.getMessage());
    } catch (DateTimeException | ArithmeticException beyondAllTimes) {
      return skipped(text, text.line(), "has a time out of range");
    }
  }

  private static void requireComplete(ComponentText text) throws InvalidComponentException {
    Optional<ComponentText> open = text.firstWithoutEnd();
    if (open.isPresent()) {
      throw new InvalidComponentException(open.get().line(), "has no END:" + open.get().name());
    }
  }

  private static void require(boolean met, ComponentText text, String otherwise)
      throws InvalidComponentException {
    if (!met) {
      throw new InvalidComponentException(text.line(), otherwise);
    }
  }

  private static SkippedComponent skipped(ComponentText text, int line, String reason) {
    return new SkippedComponent(text.name(), text.uid(), line, reason);
  }
}

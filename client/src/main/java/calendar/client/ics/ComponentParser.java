package calendar.client.ics;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.DefaultContentHandler;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.TimeZoneRegistry;
import net.fortuna.ical4j.model.TimeZoneRegistryImpl;

/**
 * Parses components with iCal4j. Time zones parsed so far apply to the components after them. Not
 * thread-safe.
 */
final class ComponentParser {
  static {
    // Zones come from the file or from the JDK; never from a server on the network.
    System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
    System.setProperty(
        "net.fortuna.ical4j.timezone.cache.impl", "net.fortuna.ical4j.util.MapTimeZoneCache");
  }

  private final TimeZoneRegistry zones = new TimeZoneRegistryImpl();
  private Component parsed;

  Component parse(ComponentText text) throws InvalidComponentException {
    if (!text.complete()) {
      throw new InvalidComponentException(text.line(), "has no END:" + text.name());
    }
    requireColons(text);
    DefaultContentHandler handler =
        new DefaultContentHandler(
            calendar -> parsed = calendar.getComponentList().getAll().get(0), zones);
    try {
      new CalendarParserImpl().parse(new StringReader(text.asCalendar()), handler);
      return parsed;
    } catch (ParserException broken) {
      throw new InvalidComponentException(text.lineOfFile(broken.getLineNo()), reason(broken));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** iCal4j would read on to the next line's colon and blame that one. */
  private static void requireColons(ComponentText text) throws InvalidComponentException {
    for (ContentLine line : text.lines()) {
      if (line.text().indexOf(':') < 0) {
        throw new InvalidComponentException(line, "has no colon");
      }
    }
  }

  private static String reason(ParserException broken) {
    Throwable telling = broken.getCause() == null ? broken : broken.getCause();
    String message = telling.getMessage() == null ? "cannot be read" : telling.getMessage();
    return message.replaceFirst("^Error at line [\\d,.\\s]+:", "").strip();
  }
}

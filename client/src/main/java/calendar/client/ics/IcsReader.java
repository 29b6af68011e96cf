package calendar.client.ics;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.component.VEvent;

/**
 * Reads the events of an iCalendar file, one after the other, as far as one call needs. Whatever
 * cannot be booked comes back as skipped, with the reason; nothing is left out but time zones.
 * Times take the zones that the file defines, and those of the JDK where it defines none. Not
 * thread-safe.
 */
public final class IcsReader implements Closeable {
  private static final String TIME_ZONE = "VTIMEZONE";

  private final ContentLines lines;
  private final ComponentSplitter components;
  private final ComponentParser parser = new ComponentParser();
  private final EventConverter converter;

  /**
   * Begins to read a file.
   *
   * @param ics in UTF-8; closed with the reader, or when this fails
   * @param floatingZone the zone of local times that name none
   * @throws NotICalendarException if it is no iCalendar file
   */
  public IcsReader(InputStream ics, ZoneId floatingZone) throws IOException {
    lines = new ContentLines(ics);
    converter = new EventConverter(floatingZone);
    try {
      components = new ComponentSplitter(lines);
    } catch (IOException unusable) {
      lines.close();
      throw unusable;
    }
  }

  /** The next component, or null at the end of the file. */
  public IcsComponent next() throws IOException {
    ComponentText text = components.next();
    while (text != null) {
      IcsComponent component = read(text);
      if (component != null) {
        return component;
      }
      text = components.next();
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  private IcsComponent read(ComponentText text) {
    try {
      if (!text.name().equals(TIME_ZONE) && !text.name().equals(Component.VEVENT)) {
        return skipped(text, text.line(), "not an event");
      }
      Component component = parser.parse(text);
      return component instanceof VEvent event ? converter.convert(event, text) : null;
    } catch (InvalidComponentException invalid) {
      return skipped(text, invalid.line(), invalid.getMessage());
    } catch (DateTimeException | ArithmeticException beyondAllTimes) {
      return skipped(text, text.line(), beyondAllTimes.getMessage());
    }
  }

  private static SkippedComponent skipped(ComponentText text, int line, String reason) {
    return new SkippedComponent(text.name(), text.uid(), line, reason);
  }
}

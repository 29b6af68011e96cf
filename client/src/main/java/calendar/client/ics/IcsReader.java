package calendar.client.ics;

import calendar.client.ics.event.FloatingZone;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsFile;
import calendar.client.ics.syntax.CalendarSplitter;
import calendar.client.ics.syntax.CalendarText;
import calendar.client.ics.syntax.ContentLines;
import calendar.client.ics.syntax.FileBytes;
import calendar.client.ics.syntax.LineDecoder;
import calendar.client.ics.syntax.NotICalendarException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads an iCalendar file (RFC 5545). Components that cannot be booked are returned as skipped,
 * with the reason. Only time zones are left out. The reader needs the whole file, because a zone or
 * the latest version of an event may be at its end.
 */
public final class IcsReader {
  private final ReadOptions options;
  private final LineDecoder decoder = new LineDecoder();
  private final List<IcsComponent> components = new ArrayList<>();
  private final Set<FloatingZone> floatingZones = new LinkedHashSet<>();

  private IcsReader(ReadOptions options) {
    this.options = options;
  }

  /**
   * Reads a file.
   *
   * @throws NotICalendarException if the file is not an iCalendar file
   */
  public static IcsFile read(byte[] file, ReadOptions options) throws NotICalendarException {
    return new IcsReader(options).read(file);
  }

  private IcsFile read(byte[] file) throws NotICalendarException {
    FileBytes bytes = FileBytes.of(file, options.charset());
    CalendarSplitter calendars = new CalendarSplitter(new ContentLines(bytes.octets(), decoder));
    for (CalendarText next = calendars.next(); next != null; next = calendars.next()) {
      read(next);
    }
    Set<Charset> charsets = new LinkedHashSet<>();
    bytes.charset().ifPresent(charsets::add);
    charsets.addAll(decoder.found());
    return new IcsFile(components, List.copyOf(charsets), List.copyOf(floatingZones));
  }

  private void read(CalendarText calendar) {
    CalendarZones zones = new CalendarZones(calendar, options);
    CalendarReader reader = new CalendarReader(calendar, zones, decoder, options);
    components.addAll(reader.components());
    floatingZones.addAll(zones.floatingZones());
  }
}

package calendar.client.ics;

import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.SkippedComponent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/** Builds and reads the files of tests. */
final class IcsFiles {
  static final String HEAD = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n";
  static final String TAIL = "END:VCALENDAR\n";
  static final String TIMES = "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\n";

  /** A zone that only the file defines, five hours ahead of UTC. */
  static final String OWN_ZONE =
      """
      BEGIN:VTIMEZONE
      TZID:Office
      BEGIN:STANDARD
      DTSTART:19700101T000000
      TZOFFSETFROM:+0500
      TZOFFSETTO:+0500
      END:STANDARD
      END:VTIMEZONE
      """;

  private IcsFiles() {}

  static String vevent(String properties) {
    return "BEGIN:VEVENT\nUID:7@x\n" + properties + "END:VEVENT\n";
  }

  static IcsEvent event(String properties) throws IOException {
    return (IcsEvent) read(HEAD + vevent(properties) + TAIL).get(0);
  }

  static SkippedComponent skipped(String properties) throws IOException {
    return (SkippedComponent) read(HEAD + vevent(properties) + TAIL).get(0);
  }

  static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }

  static ReadOptions inZone(String zone) {
    return ReadOptions.none().withFloatingZone(ZoneId.of(zone));
  }

  static List<IcsComponent> read(String file) throws IOException {
    return read(bytes(file));
  }

  static List<IcsComponent> read(byte[] file) throws IOException {
    return read(file, ReadOptions.none().withFloatingZone(ZoneId.of("UTC")));
  }

  static List<IcsComponent> read(byte[] file, ReadOptions options) throws IOException {
    return IcsReader.read(file, options).components();
  }
}

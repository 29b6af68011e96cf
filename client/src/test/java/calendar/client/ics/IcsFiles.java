package calendar.client.ics;

import calendar.client.ics.syntax.NotICalendarException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;

/** Reads files that a test writes. */
final class IcsFiles {
  private IcsFiles() {}

  static List<IcsComponent> read(String file) throws NotICalendarException {
    return read(file.getBytes(StandardCharsets.UTF_8));
  }

  static List<IcsComponent> read(byte[] file) throws NotICalendarException {
    return read(file, ReadOptions.none().withFloatingZone(ZoneId.of("UTC")));
  }

  static List<IcsComponent> read(byte[] file, ReadOptions options) throws NotICalendarException {
    return IcsReader.read(file, options).components();
  }
}

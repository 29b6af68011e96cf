package calendar.client.ics;

import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Reads files whole, as tests like them. */
final class IcsFiles {
  private IcsFiles() {}

  static List<IcsComponent> read(InputStream file, ZoneId floatingZone) throws IOException {
    List<IcsComponent> components = new ArrayList<>();
    try (IcsReader reader = new IcsReader(file, floatingZone)) {
      for (IcsComponent next = reader.next(); next != null; next = reader.next()) {
        components.add(next);
      }
    }
    return components;
  }
}

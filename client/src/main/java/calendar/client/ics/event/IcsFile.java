package calendar.client.ics.event;

import java.nio.charset.Charset;
import java.util.List;

/**
 * The content of an iCalendar file.
 *
 * @param components the components in the order of the file, without time zones
 * @param charsets the charsets other than UTF-8 that were used to read the file
 * @param floatingZones the zones used for dates and for times without a zone
 */
public record IcsFile(
    List<IcsComponent> components, List<Charset> charsets, List<FloatingZone> floatingZones) {

  public IcsFile {
    components = List.copyOf(components);
    charsets = List.copyOf(charsets);
    floatingZones = List.copyOf(floatingZones);
  }
}

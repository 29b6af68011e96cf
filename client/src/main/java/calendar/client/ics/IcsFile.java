package calendar.client.ics;

import java.nio.charset.Charset;
import java.util.List;

/**
 * What a file says.
 *
 * @param components in the order of the file, time zones left out
 * @param charsets the charsets other than UTF-8 that it was read in
 * @param floatingZones the zones that times without a zone took
 */
public record IcsFile(
    List<IcsComponent> components, List<Charset> charsets, List<FloatingZone> floatingZones) {

  public IcsFile {
    components = List.copyOf(components);
    charsets = List.copyOf(charsets);
    floatingZones = List.copyOf(floatingZones);
  }
}

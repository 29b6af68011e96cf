package calendar.client.ics.zone.name;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Zone names of Windows and Outlook. A Windows name means the zone that CLDR lists for territory
 * 001.
 *
 * <p>Outlook's display names begin with an offset in parentheses. The offset is ignored, because
 * Windows changed it for some names. A display name without the offset is accepted only if it
 * contains a comma or parentheses: "Brasilia" could also be a custom zone.
 */
final class WindowsNames {
  private static final String TABLE = "windows-zones.tsv";

  private static final Pattern PREFIX =
      Pattern.compile("^\\((?:utc|gmt)(?:[+\\-\u2212]\\d{1,2}(?:[:.]\\d\\d)?)?\\)\\s*(.+)");

  private static final Pattern UNMISTAKABLE = Pattern.compile(".*[,()].*");

  /** Zones by key; the keys of displayed names begin with a parenthesis. */
  private static final Map<String, String> ZONES = read();

  private WindowsNames() {}

  static Optional<ZoneId> find(String name) {
    return Optional.ofNullable(ZONES.get(key(name))).flatMap(IanaNames::find);
  }

  private static Map<String, String> read() {
    Map<String, String> zones = new HashMap<>();
    try (InputStream table = WindowsNames.class.getResourceAsStream(TABLE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .forEach(cells -> add(cells, zones));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return Map.copyOf(zones);
  }

  private static void add(String[] cells, Map<String, String> zones) {
    for (int cell = 1; cell < cells.length; cell++) {
      String key = key(cells[cell]);
      if (!key.isEmpty()) {
        zones.put(key, cells[0]);
      }
      if (key.startsWith("()") && UNMISTAKABLE.matcher(key.substring(2)).matches()) {
        zones.put(key.substring(2), cells[0]);
      }
    }
  }

  /** Ignores letter case, the number of blanks and the offset in the prefix. */
  private static String key(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ").replace(" & ", " and ");
    return PREFIX.matcher(plain).replaceFirst("()$1");
  }
}

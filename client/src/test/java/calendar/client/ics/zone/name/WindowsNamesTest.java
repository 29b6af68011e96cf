package calendar.client.ics.zone.name;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.impl.ICUData;
import com.ibm.icu.impl.ICUResourceBundle;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.UResourceBundle;
import com.ibm.icu.util.UResourceBundleIterator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WindowsNamesTest {
  @Test
  void agreesWithCldrInBothDirections() throws IOException {
    Map<String, String> ours = new TreeMap<>();
    for (String[] cells : table()) {
      if (!cells[1].isEmpty()) {
        ours.put(cells[1], TimeZone.getCanonicalID(cells[0]));
      }
    }
    assertThat(ours).isEqualTo(cldr());
  }

  @Test
  void findsEveryNameOfTheTable() throws IOException {
    for (String[] cells : table()) {
      for (int cell = 1; cell < cells.length; cell++) {
        if (!cells[cell].isEmpty()) {
          ZoneId found = ZoneNames.known(cells[cell]).orElseThrow();
          assertThat(TimeZone.getCanonicalID(found.getId()))
              .as(cells[cell])
              .isEqualTo(TimeZone.getCanonicalID(cells[0]));
        }
      }
    }
  }

  @Test
  void hasEachNameOnce() throws IOException {
    List<String> names =
        table().stream()
            .flatMap(cells -> List.of(cells).stream().skip(1))
            .filter(name -> !name.isEmpty())
            .map(name -> name.replaceFirst("^\\([^)]+\\) ", "() "))
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThan(280);
  }

  private static List<String[]> table() throws IOException {
    try (InputStream table = WindowsNames.class.getResourceAsStream("windows-zones.tsv")) {
      return new String(table.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .toList();
    }
  }

  private static Map<String, String> cldr() {
    Map<String, String> zones = new TreeMap<>();
    UResourceBundleIterator names =
        UResourceBundle.getBundleInstance(
                ICUData.ICU_BASE_NAME, "windowsZones", ICUResourceBundle.ICU_DATA_CLASS_LOADER)
            .get("mapTimezones")
            .getIterator();
    while (names.hasNext()) {
      String name = names.next().getKey();
      zones.put(name, TimeZone.getCanonicalID(TimeZone.getIDForWindowsID(name, "001")));
    }
    return zones;
  }
}

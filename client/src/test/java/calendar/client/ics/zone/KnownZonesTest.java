package calendar.client.ics.zone;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.zone.name.ZoneNames;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class KnownZonesTest {
  @Test
  void agreeWithTheJdk() {
    Comparison comparison = new Comparison();
    for (ZoneId zone : Comparison.zones()) {
      comparison.compare(FileZone.of(ZoneNames.known(zone.getId()).orElseThrow()), zone);
    }
    System.out.println("Known zones: " + comparison);
    assertThat(comparison.wrong()).isEmpty();
  }
}

package calendar.client.ics.zone;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Zones of the JDK with other names, each defined by a VTIMEZONE with the complete history. */
class DefinedZonesTest {
  @Test
  void agreeAsSingleChanges() {
    compare("single changes", Vtimezones::single);
  }

  @Test
  void agreeWithoutOffsetFrom() {
    compare("without TZOFFSETFROM", Vtimezones::withoutOffsetFrom);
  }

  @Test
  void agreeAsDates() {
    compare("RDATE", Vtimezones::dates);
  }

  @Test
  void agreeAsRulesThatEnd() {
    compare("ended rules", Vtimezones::endedRules);
  }

  private static void compare(String what, Function<ZoneRules, List<ObservanceText>> writer) {
    Comparison comparison = new Comparison();
    for (ZoneId zone : Comparison.zones()) {
      List<ObservanceText> parts = writer.apply(zone.getRules());
      comparison.compare(ZoneDefinition.of("My " + zone, parts).orElseThrow(), zone);
    }
    System.out.println("Defined zones, " + what + ": " + comparison);
    assertThat(comparison.wrong()).isEmpty();
  }
}

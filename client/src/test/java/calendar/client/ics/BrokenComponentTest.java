package calendar.client.ics;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.SkippedComponent;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A broken component does not affect the others. The result names its broken line. */
class BrokenComponentTest {
  private static final String GOOD =
      """
      BEGIN:VEVENT
      UID:good
      DTSTART:20261201T100000Z
      DTEND:20261201T110000Z
      SUMMARY:Good
      END:VEVENT
      """;

  /** The placeholder is on line 14 of the file, after a folded line. */
  private static final String BROKEN =
      """
      BEGIN:VEVENT
      UID:broken
      SUMMARY:Folded
        once
        and again
      %s
      DTSTART:20261201T120000Z
      END:VEVENT
      """;

  @ParameterizedTest
  @CsvSource({
    "DTSTART:yesterday, yesterday",
    "DTSTART;TZID=Europe/Brussels:yesterday, yesterday",
    "DTSTART without a colon, has no colon: DTSTART without a colon",
    "DURATION:long, long",
    "DTSTART:20260231T100000Z, does not exist: DTSTART:20260231T100000Z",
  })
  void quotesInvalidLine(String line, String quoted) throws IOException {
    List<IcsComponent> components = read(GOOD + BROKEN.formatted(line) + GOOD);

    assertThat(components).hasSize(3);
    assertThat(components.get(0)).isInstanceOf(IcsEvent.class);
    assertThat(components.get(2)).isInstanceOf(IcsEvent.class);
    SkippedComponent broken = (SkippedComponent) components.get(1);
    assertThat(broken.uid()).isEqualTo("broken");
    assertThat(broken.line()).isEqualTo(14);
    assertThat(broken.reason()).isNotBlank().contains(quoted);
  }

  @Test
  void readsComponentWithoutEnd() throws IOException {
    assertThat(read(BROKEN.formatted("STATUS:CONFIRMED").replace("END:VEVENT\n", "") + GOOD))
        .hasSize(2)
        .first()
        .isEqualTo(new SkippedComponent("VEVENT", "broken", 3, "has no END:VEVENT"));
  }

  @Test
  void readsTruncatedFile() throws IOException {
    String file = "BEGIN:VCALENDAR\nVERSION:2.0\n" + GOOD + "BEGIN:VEVENT\nUID:cut\nDTST";

    assertThat(IcsFiles.read(file))
        .hasSize(2)
        .last()
        .isEqualTo(new SkippedComponent("VEVENT", "cut", 9, "has no END:VEVENT"));
  }

  @Test
  void readsAlarmWithoutEnd() throws IOException {
    List<IcsComponent> components = read(BROKEN.formatted("BEGIN:VALARM\nTRIGGER:-PT10M") + GOOD);

    assertThat(components).hasSize(2);
    assertThat(components.get(0))
        .isInstanceOfSatisfying(
            SkippedComponent.class,
            skipped -> assertThat(skipped.reason()).isEqualTo("has no END:VALARM"));
    assertThat(components.get(1)).isInstanceOf(IcsEvent.class);
  }

  @Test
  void skipsOnlyEventsOfBrokenZone() throws IOException {
    String zone = "BEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:never\nEND:STANDARD\n";
    String event = GOOD.replace("DTSTART:20261201T100000Z", "DTSTART;TZID=X:20261201T100000");

    List<IcsComponent> components = read(zone + "END:VTIMEZONE\n" + event + GOOD);

    assertThat(components).hasSize(2);
    assertThat(components.get(0))
        .isInstanceOfSatisfying(
            SkippedComponent.class,
            skipped -> assertThat(skipped.reason()).startsWith("unknown time zone 'X'"));
    assertThat(components.get(1)).isInstanceOf(IcsEvent.class);
  }

  private static List<IcsComponent> read(String components) throws IOException {
    return IcsFiles.read("BEGIN:VCALENDAR\nVERSION:2.0\n" + components + "END:VCALENDAR\n");
  }
}

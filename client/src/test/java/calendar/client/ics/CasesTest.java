package calendar.client.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.client.ics.event.FloatingZone;
import calendar.client.ics.event.IcsCancellation;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.IcsFile;
import calendar.client.ics.event.SkippedComponent;
import calendar.client.ics.syntax.NotICalendarException;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files in the style of real programs, each with its expected times, titles and reminders. */
class CasesTest {
  static List<Expected.Case> cases() throws IOException {
    return Expected.cases();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void readsFileAsExpected(Expected.Case expected) throws IOException {
    if (expected.refused() != null) {
      assertThatThrownBy(() -> read(expected))
          .isInstanceOf(NotICalendarException.class)
          .hasMessageContaining(expected.refused());
      return;
    }
    IcsFile file = read(expected);
    assertThat(file.components()).hasSameSizeAs(expected.components());
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < expected.components().size(); i++) {
      check(expected.components().get(i), file.components().get(i), softly);
    }
    softly
        .assertThat(file.charsets())
        .extracting(Object::toString)
        .isEqualTo(Optional.ofNullable(expected.charset()).map(List::of).orElse(List.of()));
    softly
        .assertThat(file.floatingZones())
        .extracting(FloatingZone::name)
        .isEqualTo(Optional.ofNullable(expected.floatingZone()).map(List::of).orElse(List.of()));
    softly.assertAll();
  }

  private static void check(
      Expected.Component expected, IcsComponent component, SoftAssertions softly) {
    softly.assertThat(component.uid()).isEqualTo(expected.uid());
    if (expected.start() != null) {
      softly.assertThat(component).isInstanceOf(IcsEvent.class);
      if (component instanceof IcsEvent event) {
        check(expected, event, softly);
      }
    } else if (expected.outcome().equals("cancelled")) {
      softly.assertThat(component).isInstanceOf(IcsCancellation.class);
    } else if (expected.decidedBy() == null) {
      softly.assertThat(component).isInstanceOf(SkippedComponent.class);
      if (component instanceof SkippedComponent skipped) {
        softly.assertThat(skipped.reason()).contains(expected.reason());
      }
    }
  }

  private static void check(Expected.Component expected, IcsEvent event, SoftAssertions softly) {
    String what = expected.uid();
    softly.assertThat(event.line()).as(what).isEqualTo(expected.line());
    softly.assertThat(event.title()).as(what).isEqualTo(expected.title());
    softly.assertThat(event.start()).as(what).isEqualTo(expected.start());
    softly.assertThat(event.end()).as(what).isEqualTo(expected.end());
    softly.assertThat(event.period().dates()).as(what).isEqualTo(expected.dates());
    softly
        .assertThat(event.period().timeZone())
        .as(what)
        .isEqualTo(Optional.ofNullable(expected.timeZone()));
    softly
        .assertThat(event.location())
        .as(what)
        .isEqualTo(Objects.requireNonNullElse(expected.location(), ""));
    softly.assertThat(event.free()).as(what).isEqualTo(expected.free());
    softly
        .assertThat(event.remindBefore())
        .as(what)
        .extracting(Duration::toString)
        .isEqualTo(expected.reminders());
    softly.assertThat(event.notes()).as(what).hasSameSizeAs(expected.reported());
    for (String note : expected.reported()) {
      softly.assertThat(event.notes()).as(what).anyMatch(found -> found.contains(note));
    }
  }

  private static IcsFile read(Expected.Case expected) throws IOException {
    return IcsReader.read(
        Files.readAllBytes(Expected.CASES.resolve(expected.file())), ReadOptions.none());
  }
}

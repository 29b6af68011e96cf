package calendar.client.ics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.SkippedComponent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RealFilesTest {
  private static final Path SAMPLE = Path.of("..", "examples", "team-week.ics");
  private static final Path CONFERENCE = Path.of("..", "..", "shared", "data", "fosdem-2025.ics");

  @Test
  void readsSampleFile() throws IOException {
    List<IcsComponent> components = read(SAMPLE);

    assertThat(components).filteredOn(IcsEvent.class::isInstance).hasSize(9);
    assertThat(components)
        .filteredOn(SkippedComponent.class::isInstance)
        .extracting(component -> ((SkippedComponent) component).reason())
        .containsExactly("recurring");
    assertThat(components)
        .filteredOn(component -> component.uid().startsWith("new-york"))
        .singleElement()
        .isInstanceOfSatisfying(
            IcsEvent.class,
            call -> {
              assertThat(call.start()).isEqualTo("2026-12-01T14:30:00Z");
              assertThat(call.remindBefore()).containsExactly(Duration.ofMinutes(5));
            });
  }

  @Test
  void readsAllDayEventOfSampleFile() throws IOException {
    assertThat(read(SAMPLE))
        .filteredOn(component -> component.uid().startsWith("offsite"))
        .singleElement()
        .isInstanceOfSatisfying(
            IcsEvent.class,
            offsite -> {
              assertThat(offsite.period().dates().orElseThrow().lastDay()).isEqualTo("2026-12-04");
              assertThat(offsite.free()).isTrue();
            });
  }

  /** A schedule too large for the repository. The test reads it if the file is present. */
  @Test
  void readsConferenceSchedule() throws IOException {
    assumeTrue(Files.exists(CONFERENCE), "the schedule lies beside the repository");

    List<IcsComponent> components = read(CONFERENCE);

    assertThat(components).hasSize(943).allMatch(IcsEvent.class::isInstance);
    Set<String> rooms = new HashSet<>();
    for (IcsComponent component : components) {
      IcsEvent talk = (IcsEvent) component;
      assertThat(talk.title()).isNotBlank();
      assertThat(talk.remindBefore()).containsExactly(Duration.ofMinutes(10));
      assertThat(talk.owner()).contains(talk.location());
      assertThat(talk.period().timeZone()).contains("Europe/Brussels");
      assertThat(talk.free()).isFalse();
      rooms.add(talk.location());
    }
    assertThat(rooms).hasSize(29);
  }

  private static List<IcsComponent> read(Path file) throws IOException {
    ReadOptions byRoom =
        new ReadOptions(
            Optional.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("LOCATION"));
    return IcsFiles.read(Files.readAllBytes(file), byRoom);
  }
}

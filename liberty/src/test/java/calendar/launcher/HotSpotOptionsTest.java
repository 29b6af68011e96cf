package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HotSpotOptionsTest {
  private static final String HOTSPOT = "OpenJDK 64-Bit Server VM";

  @TempDir Path folder;

  private Path definition;
  private Path archive;

  @BeforeEach
  void define() throws IOException {
    definition = Files.createDirectory(folder.resolve("calendar_api"));
    Files.writeString(
        definition.resolve("hotspot.options"), "# why\n\n-XX:+UseSerialGC\n-XX:-UsePerfData\n");
    archive = Files.createFile(folder.resolve("calendar_api-17.0.1+2.jsa"));
  }

  private String text(String vmName, String vmVersion, String chosen) {
    return new HotSpotOptions(definition, folder, vmName, vmVersion).text(chosen);
  }

  @Test
  void hotSpotGetsTheFileAndItsOwnArchive() {
    assertThat(text(HOTSPOT, "17.0.1+2", "-Xmx1g"))
        .isEqualTo("'-XX:+UseSerialGC' '-XX:-UsePerfData' '-XX:SharedArchiveFile=" + archive + "'");
  }

  @Test
  void anotherVersionGetsNoArchive() {
    assertThat(text(HOTSPOT, "17.0.2+1", "")).isEqualTo("'-XX:+UseSerialGC' '-XX:-UsePerfData'");
  }

  @Test
  void anotherKindOfJavaGetsNothing() {
    assertThat(text("Eclipse OpenJ9 VM", "17.0.1+2", "")).isEmpty();
  }

  @Test
  void theUsersCollectorAndArchiveReplaceOurs() {
    assertThat(text(HOTSPOT, "17.0.1+2", "-XX:+UseG1GC -Xshare:off"))
        .isEqualTo("'-XX:-UsePerfData'");
  }

  @Test
  void aDefinitionOfTheUsersOwnNeedsNoFile() throws IOException {
    Files.delete(definition.resolve("hotspot.options"));

    assertThat(text(HOTSPOT, "17.0.2+1", "")).isEmpty();
  }
}

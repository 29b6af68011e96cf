package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The SBOM of each program names the very libraries that the distribution carries for it. */
class SbomIT {
  private static final Path DISTRIBUTION = Distribution.HOME;

  private record Component(String name, String version, String type) {
    String file() {
      return name + "-" + version + "." + type;
    }
  }

  /** JSON is YAML. */
  private static Map<?, ?> read(String sbom) {
    try (Stream<String> lines = Files.lines(DISTRIBUTION.resolve("sbom").resolve(sbom))) {
      LoadSettings large = LoadSettings.builder().setCodePointLimit(10_000_000).build();
      return (Map<?, ?>) new Load(large).loadFromString(lines.collect(Collectors.joining("\n")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Component> components(String sbom) {
    return ((List<?>) read(sbom).get("components"))
        .stream().map(component -> component((Map<?, ?>) component)).toList();
  }

  private static Component component(Map<?, ?> component) {
    String url = (String) component.get("purl");
    return new Component(
        (String) component.get("name"),
        (String) component.get("version"),
        url.substring(url.lastIndexOf('=') + 1));
  }

  private static Set<String> files(String sbom) {
    return components(sbom).stream()
        .filter(component -> component.type().equals("jar"))
        .map(Component::file)
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @CsvSource({
    "calendar_api, calendar-api",
    "calendar_scheduler, calendar-scheduler",
    "calendar_sender, calendar-sender"
  })
  void namesTheLibrariesOfAnApplication(String server, String application) throws IOException {
    Path apps = DISTRIBUTION.resolve("usr/servers").resolve(server).resolve("apps");
    try (ZipFile archive = new ZipFile(apps.resolve(application + ".war").toFile())) {
      List<String> libraries =
          archive.stream()
              .map(entry -> Path.of(entry.getName()))
              .filter(entry -> entry.startsWith("WEB-INF/lib") && entry.getNameCount() == 3)
              .map(entry -> entry.getFileName().toString())
              .toList();

      assertThat(files(server + ".cdx.json")).containsExactlyInAnyOrderElementsOf(libraries);
    }
  }

  /** The program's own archive is the subject of its SBOM, not a component. */
  @ParameterizedTest
  @CsvSource({
    "calendar_migrate, migrate, calendar-ddl",
    "calendar_client, client, calendar-client",
    "calendar, launcher, calendar-liberty"
  })
  void namesTheLibrariesOfAProgram(String sbom, String folder, String own) throws IOException {
    try (Stream<Path> files = Files.list(DISTRIBUTION.resolve("lib").resolve(folder))) {
      List<String> libraries =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> !file.equals(own + "-" + version() + ".jar"))
              .toList();

      assertThat(files(sbom + ".cdx.json")).containsExactlyInAnyOrderElementsOf(libraries);
    }
  }

  private static String version() {
    return System.getProperty("calendar.version");
  }

  @Test
  void namesTheServer() {
    assertThat(components("calendar.cdx.json"))
        .anySatisfy(
            component -> {
              assertThat(component.name()).isEqualTo("openliberty-runtime");
              assertThat(component.version()).isNotEmpty();
            });
  }

  /** The same sources give the same file. */
  @Test
  void hasNoTimeAndNoRandomNumber() {
    Map<?, ?> sbom = read("calendar_api.cdx.json");

    assertThat(sbom.get("serialNumber")).isNull();
    assertThat(((Map<?, ?>) sbom.get("metadata")).get("timestamp")).isNull();
  }
}

package calendar.launcher;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.config.Key;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ServerXmlTest {
  private static final Path SHARED = Path.of("src/main/liberty/config");
  private static final Map<Server, String> MODULES =
      Map.of(
          Server.API, "calendar-api-war",
          Server.SCHEDULER, "scheduler-war",
          Server.SENDER, "sender-war");

  private static final String HTTP_CONNECTIONS = "calendar.http.max_connections";

  @TempDir Path folder;

  @ParameterizedTest
  @EnumSource(Server.class)
  void repeatsDefaultsOfTheSchema(Server server) throws Exception {
    Path definition = Path.of("..", MODULES.get(server), "src/main/liberty/config/server.xml");
    Stream<String> shared =
        server == Server.API
            ? Stream.of("calendar.xml")
            : Stream.of("calendar.xml", "rabbitmq.xml");
    Map<String, String> defaults =
        Stream.concat(shared.map(SHARED::resolve), Stream.of(definition))
            .map(Path::toFile)
            .flatMap(ServerXmlTest::variables)
            .filter(variable -> variable.getAttribute("name").startsWith("calendar."))
            .filter(variable -> !variable.getAttribute("name").startsWith("calendar.log."))
            // Only XML can set it.
            .filter(variable -> !variable.getAttribute("name").equals(HTTP_CONNECTIONS))
            .collect(
                toMap(
                    variable -> variable.getAttribute("name"),
                    variable -> variable.getAttribute("defaultValue")));

    assertThat(defaults)
        .isEqualTo(
            server.keys().stream()
                .filter(key -> key != Key.LOG_FILE && key != Key.LOG_LEVEL)
                .collect(toMap(Key::variable, key -> key.defaultValue(server.program()))));
  }

  @Test
  void latestFileWins() throws Exception {
    Path definition = Files.createDirectories(folder.resolve("usr/servers/calendar_api"));
    write(definition.resolve("configDropins/defaults/a.xml"), "a", "b", "c", "d");
    write(definition.resolve("server.xml"), "b", "c", "d");
    write(folder.resolve("extra/x.xml"), "c", "d");
    write(definition.resolve("configDropins/overrides/y.xml"), "d");
    write(definition.resolve("configDropins/overrides/y.txt"), "a");

    Map<String, ServerXml.Variable> variables =
        ServerXml.variables(
            Server.API,
            new LaunchEnvironment(folder, folder, Map.of("CALENDAR_OVERRIDES", "extra")));

    assertThat(variables.get("a").value()).isEqualTo("a.xml");
    assertThat(variables.get("b").value()).isEqualTo("server.xml");
    assertThat(variables.get("c").value()).isEqualTo("x.xml");
    assertThat(variables.get("d").value()).isEqualTo("y.xml");
    assertThat(variables.get("d").file().getFileName()).hasToString("y.xml");
  }

  /** A file that sets the variables to its own name, and one more that has no value. */
  private static void write(Path file, String... names) throws Exception {
    Files.createDirectories(file.getParent());
    StringBuilder xml = new StringBuilder("<server><variable name='e' defaultValue='none'/>");
    Stream.of(names)
        .map(name -> "<variable name='%s' value='%s'/>".formatted(name, file.getFileName()))
        .forEach(xml::append);
    Files.writeString(file, xml.append("</server>"));
  }

  private static Stream<Element> variables(File file) {
    try {
      NodeList variables =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file)
              .getElementsByTagName("variable");
      return IntStream.range(0, variables.getLength()).mapToObj(i -> (Element) variables.item(i));
    } catch (Exception unreadable) {
      throw new AssertionError(unreadable);
    }
  }
}

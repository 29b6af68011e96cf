package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.GetEventResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The server that the program connects to, and its help. */
class ConnectionOptionsTest extends ProgramTestBase {
  @Test
  void addressOptionOverridesConfiguration(@TempDir Path folder) throws IOException {
    answer(request -> GetEventResponse.getDefaultInstance());
    environment.clear();
    Path config = folder.resolve("calendar.yaml");
    Files.writeString(config, "grpc: {ip: 0.0.0.0, port: %d}\n".formatted(server.address().port()));
    Path wrong = folder.resolve("wrong.yaml");
    Files.writeString(wrong, "grpc: {ip: localhost, port: 1}\n");

    assertThat(run("get", "x", "--owner=a", "--config=" + config)).isZero();
    assertThat(run("get", "x", "--owner=a", "--config=" + wrong)).isEqualTo(3);
    assertThat(run("get", "x", "--owner=a", "--config=" + wrong, "--address=" + server.address()))
        .isZero();
  }

  @Test
  void ignoresConfigurationWithAddressOption() {
    answer(request -> GetEventResponse.getDefaultInstance());
    environment.put("CALENDAR_GRPC_PORT", "none");

    assertThat(run("get", "x", "--owner=a", "--address=" + server.address())).isZero();
    assertThat(run("get", "x", "--owner=a")).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "[::]"})
  void connectsToLocalhostForWildcardAddress(String ip) {
    answer(request -> GetEventResponse.getDefaultInstance());
    environment.put("CALENDAR_GRPC_IP", ip);

    assertThat(run("get", "x", "--owner=a")).isZero();
    server.close();
    assertThat(run("get", "x", "--owner=a")).isEqualTo(3);
    assertThat(err()).startsWith("Cannot reach localhost:");
  }

  @Test
  void printsVersionOfBuild() {
    assertThat(run("--version")).isZero();
    assertThat(out()).matches("calendar_client \\d+\\.\\d+\\.\\d+.*\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "create --help", "import -h", "--version"})
  void printsHelp(String arguments) {
    assertThat(run(arguments.split(" "))).isZero();
    assertThat(out()).contains("calendar_client").doesNotContain("${");
    assertThat(err()).isEmpty();
  }
}

package calendar.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path folder;

  private Path file(String yaml) throws IOException {
    return Files.writeString(folder.resolve("config.yaml"), yaml);
  }

  private Settings load(String yaml, Map<String, String> environment) throws IOException {
    return Settings.load(Program.API, Optional.of(file(yaml)), environment);
  }

  @Test
  void appliesDefaultsWithoutFile() {
    Settings api = Settings.load(Program.API, Optional.empty(), Map.of());
    Settings sender = Settings.load(Program.SENDER, Optional.empty(), Map.of());

    assertThat(api.number(Key.HTTP_PORT)).isEqualTo(8080);
    assertThat(sender.number(Key.HTTP_PORT)).isEqualTo(8082);
    assertThat(api.text(Key.LOG_FILE)).isEqualTo("logs/calendar_api.log");
    assertThat(api.duration(Key.SCHEDULER_RETENTION)).isEqualTo(Duration.ofDays(365));
    assertThat(api.duration(Key.SERIES_HORIZON)).isEqualTo(Duration.ofDays(732));
    assertThat(api.origin(Key.HTTP_PORT)).isEqualTo(Settings.Origin.DEFAULT);
  }

  @Test
  void environmentOverridesFileAndDefault() throws IOException {
    Settings settings =
        load(
            "http: {ip: 127.0.0.1, port: 1001}\nscheduler: {period: 250ms}\n",
            Map.of("CALENDAR_HTTP_PORT", "1002"));

    assertThat(settings.number(Key.HTTP_PORT)).isEqualTo(1002);
    assertThat(settings.text(Key.HTTP_IP)).isEqualTo("127.0.0.1");
    assertThat(settings.duration(Key.SCHEDULER_PERIOD)).isEqualTo(Duration.ofMillis(250));
    assertThat(settings.number(Key.GRPC_PORT)).isEqualTo(8888);
    assertThat(settings.origin(Key.HTTP_PORT)).isEqualTo(Settings.Origin.ENVIRONMENT);
    assertThat(settings.origin(Key.HTTP_IP)).isEqualTo(Settings.Origin.FILE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nothing\n",
        "---\n",
        "---\n...\n",
        "---\n# nothing\n",
        "http:\n  # port: 1\n"
      })
  void acceptsFilesWithoutValues(String yaml) throws IOException {
    assertThat(load(yaml, Map.of()).number(Key.GRPC_PORT)).isEqualTo(8888);
  }

  @Test
  void ignoresAddressesOfKubernetesServices() throws IOException {
    Settings settings =
        load(
            "http: {port: 1001}\n",
            Map.of(
                "CALENDAR_HTTP_PORT", "tcp://10.0.0.1:80",
                "CALENDAR_GRPC_PORT", "udp://[fd00::1]:88"));

    assertThat(settings.number(Key.HTTP_PORT)).isEqualTo(1001);
    assertThat(settings.origin(Key.HTTP_PORT)).isEqualTo(Settings.Origin.FILE);
    assertThat(settings.number(Key.GRPC_PORT)).isEqualTo(8888);
    assertThat(settings.notices())
        .containsExactly(
            "CALENDAR_HTTP_PORT: ignored \"tcp://10.0.0.1:80\", which Kubernetes sets for the Service"
                + " calendar-http; to avoid it, set enableServiceLinks: false in the pod's spec",
            "CALENDAR_GRPC_PORT: ignored \"udp://[fd00::1]:88\", which Kubernetes sets for the Service"
                + " calendar-grpc; to avoid it, set enableServiceLinks: false in the pod's spec");
  }

  @Test
  void ignoresServiceAddressesOnlyForPorts() {
    Settings settings =
        Settings.load(
            Program.API,
            Optional.empty(),
            Map.of("CALENDAR_DATABASE_PASSWORD", "tcp://10.0.0.1:80"));

    assertThat(settings.text(Key.DATABASE_PASSWORD)).isEqualTo("tcp://10.0.0.1:80");
    assertThat(settings.notices()).isEmpty();
    Map<String, String> http = Map.of("CALENDAR_HTTP_PORT", "http://10.0.0.1:80");
    assertThatThrownBy(() -> Settings.load(Program.API, Optional.empty(), http))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("CALENDAR_HTTP_PORT");
  }

  @Test
  void readsPasswordsFromFile() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret"), "p4ss\n");
    Map<String, String> environment = Map.of("CALENDAR_DATABASE_PASSWORD_FILE", secret.toString());

    Settings settings = load("", environment);
    assertThat(settings.text(Key.DATABASE_PASSWORD)).isEqualTo("p4ss");
    assertThat(settings.origin(Key.DATABASE_PASSWORD)).isEqualTo(Settings.Origin.SECRET_FILE);
    assertThatThrownBy(
            () -> load("", Map.of("CALENDAR_DATABASE_PASSWORD_FILE", folder + "/missing")))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("CALENDAR_DATABASE_PASSWORD_FILE")
        .hasMessageContaining("a readable file");
  }

  @Test
  void ignoresUnknownVariables() throws IOException {
    assertThat(load("", Map.of("CALENDAR_PORT", "tcp://10.0.0.1:80")).number(Key.GRPC_PORT))
        .isEqualTo(8888);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          http: {port: abc}        | :1: http.port: expected a whole number from 1 to 65535, found "abc"
          http: {port: 65536}      | :1: http.port: expected a whole number from 1 to 65535
          http: {port: -1}         | :1: http.port: expected a whole number
          http: {port: [80]}       | :1: http.port: expected a single value
          http: {port: }           | :1: http.port: expected a single value
          http: 8080               | :1: http: expected a section with ip, port
          http: {prot: 80}         | :1: http.prot: unknown key, expected ip, port
          htpp: {port: 80}         | :1: htpp: unknown key, expected http, grpc
          - http                   | :1: the file: expected a section with http, grpc
          http: {port: 1, port: 2} | :1: http.port: the key occurs twice
          log_level: loud          | :1: log_level: expected one of error, warn, info, debug, found "loud"
          storage: disk            | :1: storage: expected one of postgres, memory, found "disk"
          scheduler: {period: 1}   | :1: scheduler.period: expected a duration from 100ms to 1h
          scheduler: {period: 2h}  | :1: scheduler.period: expected a duration from 100ms to 1h
          log_file: ''             | :1: log_file: expected a text
          grpc: {max_connections: 8} | :1: grpc.max_connections: expected auto or a whole number from 16 to 100000, found "8"
          grpc: {trusted_proxies: [10.0.0.1, proxy]} | :1: grpc.trusted_proxies: expected IP addresses or networks such as 10.0.0.0/8, separated by commas, or nothing, found "10.0.0.1,proxy"
          grpc: {trusted_proxies: [[10.0.0.1]]} | :1: grpc.trusted_proxies: expected a single value
          http: {port: 80          | not YAML
          """)
  void describesInvalidFilesInOneLine(String yaml, String message) {
    assertThatThrownBy(() -> load(yaml, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining(message)
        .hasMessageContaining("config.yaml")
        .message()
        .doesNotContain("\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[10.0.0.1, '::1']", "10.0.0.1,::1", "\n  - 10.0.0.1\n  - '::1'"})
  void readsListsInEveryForm(String list) throws IOException {
    assertThat(load("grpc:\n trusted_proxies: " + list, Map.of()).text(Key.GRPC_TRUSTED_PROXIES))
        .isEqualTo("10.0.0.1,::1");
  }

  @Test
  void namesInvalidVariables() {
    assertThatThrownBy(() -> load("", Map.of("CALENDAR_HTTP_PORT", "eighty")))
        .hasMessage(
            "CALENDAR_HTTP_PORT: http.port: expected a whole number from 1 to 65535,"
                + " found \"eighty\"");
  }

  @Test
  void readsListsOfHosts() throws IOException {
    assertThat(load("http: {hosts: [a.example.com, '[::1]']}", Map.of()).text(Key.HTTP_HOSTS))
        .isEqualTo("a.example.com,[::1]");
    assertThat(load("", Map.of("CALENDAR_HTTP_HOSTS", "a, b")).text(Key.HTTP_HOSTS))
        .isEqualTo("a, b");
    assertThat(load("", Map.of()).text(Key.HTTP_HOSTS)).isEmpty();
    for (String bad : List.of("a:80", "*", "a,,b", "http://a", "a b")) {
      assertThatThrownBy(() -> load("", Map.of("CALENDAR_HTTP_HOSTS", bad)))
          .hasMessageContaining("http.hosts: expected host names or addresses without a port");
    }
  }

  @Test
  void hidesSecretsInErrors() {
    assertThatThrownBy(() -> load("database: {password: [pass, word]}", Map.of()))
        .hasMessageContaining("database.password: expected a single value")
        .message()
        .doesNotContain("pass,");
  }

  @Test
  void namesUnreadableFiles() throws IOException {
    assertThatThrownBy(
            () -> Settings.load(Program.API, Optional.of(folder.resolve("no.yaml")), Map.of()))
        .hasMessageContaining("no.yaml: no such file");
    assertThatThrownBy(() -> Settings.load(Program.API, Optional.of(folder), Map.of()))
        .hasMessageContaining("cannot be read");
    Path latin1 = Files.write(folder.resolve("latin1.yaml"), new byte[] {'#', (byte) 0xe9});
    assertThatThrownBy(() -> Settings.load(Program.API, Optional.of(latin1), Map.of()))
        .hasMessageContaining("expected UTF-8 text");
  }

  @ParameterizedTest
  @EnumSource(
      value = Program.class,
      names = {"API", "SCHEDULER", "SENDER", "MIGRATE"})
  void samplesContainDefaults(Program program) {
    Path sample = Path.of("samples", program.programName() + ".yaml");
    Settings fromSample = Settings.load(program, Optional.of(sample), Map.of());

    for (Key key : Key.values()) {
      assertThat(fromSample.text(key)).as(key.path()).isEqualTo(key.defaultValue(program));
    }
  }

  @Test
  void clientSampleConnectsToLocalhost() {
    Path sample = Path.of("samples", "calendar_client.yaml");
    Settings settings = Settings.load(Program.CLIENT, Optional.of(sample), Map.of());

    assertThat(settings.text(Key.GRPC_IP)).isEqualTo("localhost");
    assertThat(settings.number(Key.GRPC_PORT)).isEqualTo(8888);
  }
}

package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.local.process.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell wrappers, where they end without a server. */
class WrapperIT {
  @TempDir Path folder;

  private Distribution.Ended run(Map<String, String> environment, String... command)
      throws Exception {
    return Distribution.run(folder, environment, command);
  }

  private static String calendarApi() {
    return Distribution.program("calendar_api").toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"calendar_api", "calendar_scheduler", "calendar_sender", "calendar_migrate"})
  void programsRunThroughLinksFromAnyFolder(String program) throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Distribution.program(program));
    Path links = Files.createDirectory(folder.resolve("some links"));
    Files.createSymbolicLink(links.resolve(program), Path.of("../link"));

    Distribution.Ended help = run(Map.of(), "some links/" + program, "--help");
    Distribution.Ended version = run(Map.of(), link.toString(), "--version");

    assertThat(help.status()).isZero();
    assertThat(help.out()).contains("--config=PATH");
    assertThat(version.status()).isZero();
    assertThat(version.out()).contains(System.getProperty("calendar.version"));
  }

  @Test
  void checkPrintsEachValueAndItsSource() throws Exception {
    Files.writeString(folder.resolve("my config.yaml"), "grpc: {port: 1234}\n");

    Distribution.Ended check =
        run(
            Map.of("CALENDAR_STORAGE", "memory", "JVM_ARGS", "-Xmx1g -Dcalendar.http.port=4321"),
            calendarApi(),
            "--check=offline",
            "--config",
            "my config.yaml");

    assertThat(check.status()).isZero();
    assertThat(check.out())
        .containsPattern("grpc.port +1234 +my config.yaml")
        .containsPattern("http.port +4321 +-Dcalendar.http.port")
        .containsPattern("storage +memory +CALENDAR_STORAGE")
        .containsPattern("log_level +info +default");
  }

  @Test
  void aBadConfigurationIsOneLineAndStatus2() throws Exception {
    Files.writeString(folder.resolve("bad.yaml"), "storage: memory\nhttp: {port: abc}\n");

    Distribution.Ended bad = run(Map.of(), calendarApi(), "--config=bad.yaml");

    assertThat(bad.status()).isEqualTo(2);
    assertThat(bad.err())
        .isEqualTo(
            "calendar_api: bad.yaml:2: http.port: expected a whole number from 1 to 65535,"
                + " found \"abc\"\n");
    assertThat(bad.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calendar_scheduler", "calendar_sender"})
  void onlyTheApiCanDoWithoutADatabase(String program) throws Exception {
    Distribution.Ended refused =
        run(Map.of("CALENDAR_STORAGE", "memory"), Distribution.program(program).toString());

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            program
                + ": CALENDAR_STORAGE: storage: expected postgres for this program,"
                + " found \"memory\"\n");
  }

  @Test
  void aTakenPortIsOneLineAndStatus2() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Distribution.Ended refused =
          run(
              Map.of(
                  "CALENDAR_HTTP_IP",
                  "127.0.0.1",
                  "CALENDAR_HTTP_PORT",
                  "" + Ports.free(),
                  "CALENDAR_GRPC_IP",
                  "127.0.0.1",
                  "CALENDAR_GRPC_PORT",
                  "" + taken.getLocalPort()),
              calendarApi());

      assertThat(refused.status()).isEqualTo(2);
      assertThat(refused.err())
          .startsWith("calendar_api: grpc.port: cannot listen on 127.0.0.1:")
          .contains("CALENDAR_GRPC_PORT")
          .hasLineCount(1);
    }
  }

  /** Each program with arguments by which it reads its configuration and then ends. */
  private static Stream<String> programs() {
    return Stream.of(
        "calendar_api --check",
        "calendar_scheduler --check",
        "calendar_sender --check",
        "calendar_migrate",
        "calendar_client day --owner ann --date today --timeout 5s");
  }

  /** Runs one of the programs with a configuration whose folder is not ASCII. */
  private Distribution.Ended runWith(
      String yaml, Map<String, String> environment, String programWithArguments) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.putIfAbsent("CALENDAR_DATABASE_PORT", "" + Ports.free());
    all.putIfAbsent("CALENDAR_GRPC_PORT", "" + Ports.free());
    // Written by the shell: the name must not depend on the locale of this test.
    String script =
        "dir=$(printf 'k\\303\\244se'); mkdir \"$dir\"; printf -- \"$1\" >\"$dir/a.yaml\";"
            + " shift; exec \"$@\" \"--config=$dir/a.yaml\"";
    List<String> command = new ArrayList<>(List.of("sh", "-c", script, "sh", yaml));
    String[] words = programWithArguments.split(" ");
    command.add(Distribution.program(words[0]).toString());
    command.addAll(List.of(words).subList(1, words.length));
    return run(all, command.toArray(new String[0]));
  }

  static Stream<Arguments> programsInLocales() {
    return Stream.of("C", "not_INSTALLED.UTF-8")
        .flatMap(locale -> programs().map(program -> Arguments.of(program, locale)));
  }

  @ParameterizedTest
  @MethodSource("programsInLocales")
  void aConfigurationMayHaveAnyNameInAnyLocale(String program, String locale) throws Exception {
    Distribution.Ended bad = runWith("http: {port: abc}\n", Map.of("LC_ALL", locale), program);

    assertThat(bad.status()).isEqualTo(2);
    assertThat(bad.err())
        .endsWith(
            "k\u00e4se/a.yaml:1: http.port: expected a whole number from 1 to 65535,"
                + " found \"abc\"\n")
        .hasLineCount(1);
  }

  static Stream<Arguments> programsAndEmptyFiles() {
    return Stream.of("---\n", "http:\n  # port: 1\ngrpc:\n")
        .flatMap(yaml -> programs().map(program -> Arguments.of(program, yaml)));
  }

  @ParameterizedTest
  @MethodSource("programsAndEmptyFiles")
  void aFileThatSetsNothingIsAccepted(String program, String yaml) throws Exception {
    Distribution.Ended ended = runWith(yaml, Map.of(), program);

    assertThat(ended.status()).as(ended.err()).isNotEqualTo(2);
    assertThat(ended.err()).doesNotContain("a.yaml");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void whatKubernetesSetsForAServiceIsIgnoredWithALine(String program) throws Exception {
    Map<String, String> links = new HashMap<>();
    links.put("CALENDAR_HTTP_PORT", "tcp://10.0.0.1:80");
    links.put("CALENDAR_GRPC_PORT", "udp://10.0.0.2:88");
    links.put("CALENDAR_DATABASE_PORT", "tcp://[fd00::1]:5432");
    links.put("CALENDAR_RABBITMQ_PORT", "sctp://10.0.0.4:5672");
    links.put("CALENDAR_HTTP_SERVICE_HOST", "10.0.0.1");
    links.put("CALENDAR_HTTP_SERVICE_PORT", "80");
    links.put("CALENDAR_HTTP_PORT_80_TCP", "tcp://10.0.0.1:80");
    links.put("CALENDAR_HTTP_PORT_80_TCP_ADDR", "10.0.0.1");
    int grpc = Ports.free();
    int database = Ports.free();

    Distribution.Ended ended =
        runWith(
            "{grpc: {port: %d}, database: {port: %d}}".formatted(grpc, database), links, program);

    assertThat(ended.status()).as(ended.err()).isNotEqualTo(2);
    for (String variable :
        List.of(
            "CALENDAR_HTTP_PORT: ignored \"tcp://10.0.0.1:80\"",
            "CALENDAR_GRPC_PORT: ignored \"udp://10.0.0.2:88\"",
            "CALENDAR_DATABASE_PORT: ignored \"tcp://[fd00::1]:5432\"",
            "CALENDAR_RABBITMQ_PORT: ignored \"sctp://10.0.0.4:5672\"")) {
      assertThat(ended.err().lines()).filteredOn(line -> line.contains(variable)).hasSize(1);
    }
    assertThat(ended.err().lines())
        .filteredOn(line -> line.contains("ignored"))
        .hasSize(4)
        .allMatch(line -> line.contains("enableServiceLinks: false"));
  }

  @Test
  void withoutJavaOneLineSaysWhatToDo() throws Exception {
    Distribution.Ended missing =
        run(Map.of("JAVA_HOME", folder.toString()), calendarApi(), "--help");

    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err())
        .contains("calendar_api: no Java in JAVA_HOME")
        .contains("JDK 17 or later")
        .hasLineCount(1);
  }

  @Test
  void anOldJavaIsNamed() throws Exception {
    Files.createFile(Files.createDirectory(folder.resolve("bin")).resolve("java"))
        .toFile()
        .setExecutable(true);
    Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");

    Distribution.Ended old = run(Map.of("JAVA_HOME", folder.toString()), calendarApi(), "--help");

    assertThat(old.status()).isEqualTo(2);
    assertThat(old.err()).contains("Java 11 in " + folder + " is too old").hasLineCount(1);
  }

  @Test
  void javaIsFoundOnThePathToo() throws Exception {
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(
        bin.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));

    Distribution.Ended found =
        run(
            Map.of("JAVA_HOME", "", "PATH", bin + ":" + System.getenv("PATH")),
            calendarApi(),
            "--version");

    assertThat(found.status()).isZero();
  }
}

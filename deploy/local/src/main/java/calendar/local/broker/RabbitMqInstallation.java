package calendar.local.broker;

import calendar.local.process.Attempt;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A RabbitMQ that is installed on this machine, from a package or an unpacked archive.
 *
 * @param server its script {@code rabbitmq-server}, which anybody may run
 * @param version such as 3.10.8; "of unknown version" if its folder does not show it
 */
record RabbitMqInstallation(Path server, String version) {
  private static final String SCRIPT = "rabbitmq-server";
  private static final Pattern VERSION = Pattern.compile("rabbitmq_server-([0-9][0-9.]*[0-9])");

  /** Packages put only wrappers into the search path, which only run as the user "rabbitmq". */
  private static final List<String> USUAL_FOLDERS =
      List.of("/usr/lib/rabbitmq/bin", "/opt/rabbitmq/sbin", "/usr/local/sbin");

  /** The first one there is, if Erlang, which it needs, is there as well. */
  static Optional<RabbitMqInstallation> find() {
    if (!Stream.of("erl", "epmd").allMatch(RabbitMqInstallation::isInPath)) {
      return Optional.empty();
    }
    return Stream.concat(USUAL_FOLDERS.stream().map(Path::of), path())
        .map(folder -> folder.resolve(SCRIPT))
        .filter(Files::isExecutable)
        .map(script -> Attempt.to("read " + script, () -> script.toRealPath()))
        .filter(script -> script.endsWith(SCRIPT))
        .filter(script -> Files.exists(script.resolveSibling("rabbitmq-env")))
        .findFirst()
        .map(script -> new RabbitMqInstallation(script, versionOf(script)));
  }

  /** The part of the version that decides whether kept data fit, such as 3.10. */
  String series() {
    return version.replaceFirst("^(\\d+\\.\\d+)\\..*", "$1").replace(' ', '-');
  }

  private static String versionOf(Path script) {
    Matcher version = VERSION.matcher(script.toString());
    return version.find() ? version.group(1) : "of unknown version";
  }

  private static boolean isInPath(String program) {
    return path().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
  }

  private static Stream<Path> path() {
    return Stream.of(System.getenv("PATH").split(":"))
        .filter(name -> !name.isEmpty())
        .map(Path::of);
  }
}

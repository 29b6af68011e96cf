package calendar.bench.limit;

import calendar.bench.BenchException;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Other programs that measure, run to their end. They end with this one at the latest. */
final class ExternalProgram {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final Duration STOP_LIMIT = Duration.ofSeconds(5);

  private ExternalProgram() {}

  /**
   * Runs one and returns what it wrote.
   *
   * @param environment in addition to this program's own
   * @throws BenchException if its exit status is not 0; it says what the program wrote
   */
  static String output(List<String> words, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(System.getenv());
    all.putAll(environment);
    ConcurrentLinkedQueue<String> lines = new ConcurrentLinkedQueue<>();
    GuardedCommand command = new GuardedCommand(words, all, HERE, "TERM", STOP_LIMIT);
    try (GuardedProcess process = GuardedProcess.start(command, lines::add)) {
      int status = process.waitFor();
      if (status != 0) {
        throw BenchException.failed(
            "%s ended with status %d:%n%s",
            words.get(0), status, String.join("\n", process.lastLines()));
      }
      return String.join("\n", lines);
    }
  }
}

package calendar.bench.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.bench.BenchException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Other programs that measure, run to their end. They end with this one at the latest. */
final class Programs {
  private Programs() {}

  /**
   * Runs one and returns what it wrote.
   *
   * @param environment in addition to this program's own
   * @throws BenchException if its exit status is not 0; it says what the program wrote
   */
  static String output(List<String> words, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    Thread end = new Thread(process::destroy);
    Runtime.getRuntime().addShutdownHook(end);
    try {
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new BenchException(
            BenchException.FAILED,
            "%s ended with status %d:%n%s".formatted(words.get(0), status, output.strip()));
      }
      return output;
    } catch (InterruptedException interrupted) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new BenchException("interrupted while running " + words.get(0), interrupted);
    } finally {
      if (!isStopping()) {
        Runtime.getRuntime().removeShutdownHook(end);
      }
    }
  }

  private static boolean isStopping() {
    try {
      Thread probe = new Thread(() -> {});
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException stopping) {
      return true;
    }
  }
}

package calendar.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;

/** Short commands of the system, run to their end. */
public final class Commands {
  private Commands() {}

  /**
   * Runs a command.
   *
   * @throws LocalException if its exit status is not 0; it says what the command wrote
   */
  public static void run(List<String> words) {
    try {
      Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      int status = process.waitFor();
      if (status != 0) {
        throw new LocalException(
            "%s ended with status %d: %s".formatted(words.get(0), status, output));
      }
    } catch (IOException failure) {
      throw new LocalException(words.get(0) + " cannot be run: " + failure.getMessage(), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalException("interrupted while running " + words.get(0), interrupted);
    }
  }
}

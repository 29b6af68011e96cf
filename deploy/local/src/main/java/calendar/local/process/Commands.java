package calendar.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.commons.io.IOUtils;

/** Short commands of the system, run to their end. */
public final class Commands {
  private Commands() {}

  /**
   * Runs a command.
   *
   * @throws LocalException if its exit status is not 0; it says what the command wrote
   */
  public static void run(List<String> words) {
    run(words, InputStream.nullInputStream());
  }

  /** Runs a command that reads an input to its end and writes little. Closes the input. */
  public static void run(List<String> words, InputStream input) {
    Attempt.to("run " + words.get(0), () -> runChecked(words, input));
  }

  /** Returns the text of a shell script that is a resource of {@code calendar.local}. */
  public static String script(String path) {
    return Attempt.to(
        "read " + path, () -> IOUtils.resourceToString("/calendar/local/" + path, UTF_8));
  }

  private static void runChecked(List<String> words, InputStream input)
      throws IOException, InterruptedException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    try (input;
        OutputStream processInput = process.getOutputStream()) {
      input.transferTo(processInput);
    } catch (IOException endedEarly) {
      // Its status and its output say why.
    }
    String output = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
    int status = process.waitFor();
    if (status != 0) {
      throw new LocalException(
          "%s ended with status %d: %s".formatted(words.get(0), status, output));
    }
  }
}

package calendar.bdd.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import calendar.local.stack.Distribution;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A finished run of a program of the distribution.
 *
 * @param status the exit status
 * @param output the lines on stdout and stderr
 */
public record ProgramRun(int status, List<String> output) {
  private static final long LIMIT_SECONDS = 60;

  /** Runs a program in a folder, without configuration from the environment. Waits for its end. */
  public static ProgramRun of(String program, Path folder, String... arguments)
      throws IOException, InterruptedException {
    Path output = folder.resolve(program + ".out");
    ProcessBuilder builder =
        new ProcessBuilder(Distribution.find().program(program).toString())
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.command().addAll(List.of(arguments));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("CALENDAR_"));
    Process process = builder.start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, SECONDS)) {
        throw new AssertionError(program + " did not end: " + Files.readString(output, UTF_8));
      }
      return new ProgramRun(process.exitValue(), Files.readAllLines(output, UTF_8));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }
}

package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution that the build made, for tests that run its programs. */
final class Distribution {
  static final Path HOME = Path.of(System.getProperty("calendar.distribution"));

  private static final long LIMIT_SECONDS = 120;

  /** What a program that ended left behind. */
  record Ended(int status, String out, String err) {}

  private Distribution() {}

  static Path program(String name) {
    return HOME.resolve("bin").resolve(name);
  }

  /** Runs a program that ends by itself, in the folder. */
  static Ended run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("stdout");
    Path err = folder.resolve("stderr");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    clean(builder.environment());
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS))
          .as("%s ends by itself", Arrays.toString(command))
          .isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  /** Takes out whatever of ours the tests themselves were started with. */
  static void clean(Map<String, String> environment) {
    environment
        .keySet()
        .removeIf(
            name ->
                name.startsWith("CALENDAR_")
                    || name.startsWith("WLP_")
                    || List.of("JVM_ARGS", "LOG_DIR").contains(name));
  }
}

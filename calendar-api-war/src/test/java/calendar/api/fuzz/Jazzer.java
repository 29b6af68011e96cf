package calendar.api.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs Jazzer on a target, in a process of its own that stops at the first finding. */
final class Jazzer {
  private static final Duration TO_START = Duration.ofMinutes(2);

  private final Path folder;

  /**
   * @param folder where it may write: the inputs that it keeps, and its output
   */
  Jazzer(Path folder) {
    this.folder = folder;
  }

  /**
   * What a run said.
   *
   * @param status 0 if nothing was found
   */
  record Result(int status, String output) {}

  Result run(Target target, Duration time) throws IOException, InterruptedException {
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    for (int i = 0; i < target.seeds().size(); i++) {
      Files.write(corpus.resolve("seed" + i), target.seeds().get(i));
    }
    Path dictionary = folder.resolve("words");
    Files.write(dictionary, target.words().stream().map(word -> '"' + word + '"').toList());
    Path output = folder.resolve("output.txt");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-cp",
            System.getProperty("java.class.path"),
            "com.code_intelligence.jazzer.Jazzer",
            "--target_class=" + target.type().getName(),
            "--instrumentation_includes=calendar.**:com.nimbusds.**:org.dmfs.**",
            "--reproducer_path=" + folder,
            "-artifact_prefix=" + folder + "/",
            "-dict=" + dictionary,
            "-max_len=4096",
            "-max_total_time=" + time.toSeconds(),
            "-print_final_stats=1",
            corpus.toString());
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(time.plus(TO_START).toSeconds(), TimeUnit.SECONDS);
    process.destroyForcibly();
    return new Result(ended ? process.exitValue() : -1, Files.readString(output));
  }
}

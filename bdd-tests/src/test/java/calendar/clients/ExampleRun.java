package calendar.clients;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import calendar.clients.ClientsPage.Block;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Runs the code blocks of one language in a folder, as a reader of the page would. */
final class ExampleRun {
  private static final long LIMIT_SECONDS = 400;

  private final Path folder;
  private final String searchPath;

  /**
   * @param folder an empty folder
   * @param searchPath the folders with commands, as in PATH
   */
  ExampleRun(Path folder, String searchPath) {
    this.folder = folder;
    this.searchPath = searchPath;
  }

  /** The PATH of this process, with this Java first. */
  static String usualPath() {
    return Path.of(System.getProperty("java.home"), "bin")
        + File.pathSeparator
        + System.getenv("PATH");
  }

  /** The same with Debian's commands first, which other installations may hide. */
  static String debianPath() {
    return "/usr/bin" + File.pathSeparator + usualPath();
  }

  /** Returns true if a command exists and succeeds. */
  static boolean succeeds(String searchPath, String command) throws Exception {
    Path folder = Files.createTempDirectory("calendar-clients-probe-");
    try {
      return new ExampleRun(folder, searchPath).shell(command).status == 0;
    } finally {
      Files.deleteIfExists(folder.resolve("out"));
      Files.delete(folder);
    }
  }

  /**
   * Writes the files of the blocks, runs their commands and returns the lines printed.
   *
   * @throws AssertionError if a command fails
   */
  List<String> run(List<Block> blocks) throws Exception {
    Path protos = link("protos", Path.of("..", "proto", "target", "protos"));
    Path liberty = link("liberty", Path.of("..", "liberty"));
    try {
      return runLinked(blocks);
    } finally {
      Files.delete(protos);
      Files.delete(liberty);
    }
  }

  private List<String> runLinked(List<Block> blocks) throws Exception {
    for (Block block : blocks) {
      if (block.file() != null) {
        Files.writeString(folder.resolve(block.file()), block.text(), UTF_8);
      }
    }
    String commands =
        blocks.stream().filter(Block::isCommands).map(Block::text).collect(Collectors.joining());
    Ended ended = shell("set -eu\n" + commands);
    if (ended.status != 0) {
      throw new AssertionError(
          "The commands of docs/clients.md ended with status %d:%n%s%n%s"
              .formatted(ended.status, commands, ended.output));
    }
    return ended.output.lines().toList();
  }

  private Path link(String name, Path target) throws IOException {
    return Files.createSymbolicLink(folder.resolve(name), target.toRealPath());
  }

  private Ended shell(String commands) throws IOException, InterruptedException {
    Path output = folder.resolve("out");
    ProcessBuilder builder =
        new ProcessBuilder("/bin/sh", "-c", commands)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile());
    builder.environment().put("PATH", searchPath);
    Process process = builder.start();
    try {
      if (!process.waitFor(LIMIT_SECONDS, SECONDS)) {
        throw new AssertionError(
            "%s did not end within %d s: %s"
                .formatted(commands, LIMIT_SECONDS, Files.readString(output, UTF_8)));
      }
      return new Ended(process.exitValue(), Files.readString(output, UTF_8));
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  private record Ended(int status, String output) {}
}

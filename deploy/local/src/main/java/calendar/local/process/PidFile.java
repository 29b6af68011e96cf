package calendar.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file in which a server writes its process id, in the first line.
 *
 * @param program a regular expression for the path of the server's executable: the id may belong to
 *     another program by now
 */
public record PidFile(Path path, String program) {

  /** Returns the server that the file names, if it runs. */
  public Optional<ProcessHandle> server() {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    return Attempt.to("read " + path, () -> Files.readAllLines(path)).stream()
        .findFirst()
        .map(String::strip)
        .filter(line -> line.matches("\\d{1,10}"))
        .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
        .filter(process -> process.info().command().orElse("").matches(program));
  }

  /**
   * Makes sure that no server uses a folder.
   *
   * @param name names the server in the message
   * @throws LocalException if the server that the file names runs
   */
  public void requireUnused(Path folder, String name) {
    server()
        .ifPresent(
            server -> {
              throw new LocalException(
                  "%s is in use by a %s server, process %d: stop that, or the run it belongs to"
                      .formatted(folder, name, server.pid()));
            });
  }
}

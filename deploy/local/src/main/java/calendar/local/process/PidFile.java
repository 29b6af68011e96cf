package calendar.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;

/** A file in which a server writes its process id, in the first line. */
public final class PidFile {
  private PidFile() {}

  /**
   * Returns the process that the file names, if it runs.
   *
   * @param isServer tests the path of its executable; the id may belong to another program by now
   */
  public static Optional<ProcessHandle> read(Path file, Predicate<String> isServer) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(file).stream()
          .findFirst()
          .map(String::strip)
          .filter(line -> line.matches("\\d{1,10}"))
          .flatMap(number -> ProcessHandle.of(Long.parseLong(number)))
          .filter(ProcessHandle::isAlive)
          .filter(process -> process.info().command().filter(isServer).isPresent());
    } catch (IOException failure) {
      throw new LocalException("%s cannot be read: %s".formatted(file, failure), failure);
    }
  }
}

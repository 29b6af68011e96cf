package calendar.local.stack;

import calendar.local.process.LocalException;
import calendar.local.process.SourceTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What {@code make build} builds: a folder with a program per service.
 *
 * @param home the folder
 */
public record Distribution(Path home) {
  private static final String PROPERTY = "calendar.distribution";
  private static final Path PLACE = Path.of("liberty", "target", "calendar");
  private static final Path PROGRAMS = Path.of("bin");

  /**
   * Finds it: the system property {@code calendar.distribution} may name it, otherwise it is in the
   * source tree that the working folder or this class belongs to.
   *
   * @throws LocalException if it has not been built yet
   */
  public static Distribution find() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(Path::of)
        .filter(home -> Files.isDirectory(home.resolve(PROGRAMS)))
        .or(() -> SourceTree.find(PLACE.resolve(PROGRAMS)).map(Path::getParent))
        .map(Distribution::new)
        .orElseThrow(
            () -> new LocalException("The programs are not built yet: run \"make build\" first"));
  }

  /** The executable of a program, such as {@code calendar_api}. */
  public Path program(String name) {
    return home.resolve(PROGRAMS).resolve(name);
  }

  /** The folder with the servers' definitions and applications. */
  Path servers() {
    return home.resolve("usr");
  }
}

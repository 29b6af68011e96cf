package calendar.local.stack;

import calendar.local.process.LocalException;
import calendar.local.process.SourceTree;
import java.nio.file.Path;

/**
 * What {@code make build} builds: a folder with a program per service.
 *
 * @param home the folder
 */
public record Distribution(Path home) {
  private static final Path PROGRAMS = Path.of("liberty", "target", "calendar", "bin");

  /**
   * Finds it in the source tree that the working folder or this class belongs to.
   *
   * @throws LocalException if it has not been built yet
   */
  public static Distribution find() {
    return SourceTree.find(PROGRAMS)
        .map(programs -> new Distribution(programs.getParent()))
        .orElseThrow(
            () -> new LocalException("The programs are not built yet: run \"make build\" first"));
  }

  /** The executable of a program, such as {@code calendar_api}. */
  public Path program(String name) {
    return home.resolve("bin").resolve(name);
  }
}

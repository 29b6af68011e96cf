package calendar.local;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code make build} builds: a folder with a program per service.
 *
 * @param home the folder
 */
public record Distribution(Path home) {
  private static final String PROPERTY = "calendar.distribution";
  private static final Path PLACE = Path.of("liberty", "target", "calendar");

  /**
   * Finds it: the system property {@code calendar.distribution} may name it, otherwise it is in the
   * source tree that the working folder or this class belongs to.
   *
   * @throws LocalException if it has not been built yet
   */
  public static Distribution find() {
    Optional<Path> named = Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of);
    return Stream.concat(
            named.stream(),
            Stream.of(Path.of("").toAbsolutePath(), thisCode())
                .flatMap(Distribution::withParents)
                .map(folder -> folder.resolve(PLACE)))
        .filter(home -> Files.isDirectory(home.resolve("bin")))
        .findFirst()
        .map(Distribution::new)
        .orElseThrow(
            () -> new LocalException("The programs are not built yet: run \"make build\" first"));
  }

  /** The executable of a program, such as {@code calendar_api}. */
  public Path program(String name) {
    return home.resolve("bin").resolve(name);
  }

  /** The folder with the servers' definitions and applications. */
  Path servers() {
    return home.resolve("usr");
  }

  private static Stream<Path> withParents(Path folder) {
    return Stream.iterate(folder, parent -> parent != null, Path::getParent);
  }

  private static Path thisCode() {
    try {
      return Path.of(
          Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

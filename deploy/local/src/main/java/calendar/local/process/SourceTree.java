package calendar.local.process;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The source tree that the working folder or this class belongs to, with what was built in it. */
public final class SourceTree {
  private SourceTree() {}

  /**
   * Finds a file or folder that is there.
   *
   * @param place relative to the tree's root
   */
  public static Optional<Path> find(Path place) {
    return Stream.of(Path.of("").toAbsolutePath(), thisCode())
        .flatMap(SourceTree::withParents)
        .map(folder -> folder.resolve(place))
        .filter(Files::exists)
        .findFirst();
  }

  private static Stream<Path> withParents(Path folder) {
    return Stream.iterate(folder, parent -> parent != null, Path::getParent);
  }

  private static Path thisCode() {
    try {
      return Path.of(SourceTree.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

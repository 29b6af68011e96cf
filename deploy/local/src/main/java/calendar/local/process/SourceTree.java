package calendar.local.process;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The source tree that this class was built in, with what else was built in it. */
public final class SourceTree {
  private SourceTree() {}

  /**
   * Finds a file or folder that is there.
   *
   * @param place relative to the tree's root
   */
  public static Optional<Path> find(Path place) {
    URI thisCode =
        URI.create(SourceTree.class.getProtectionDomain().getCodeSource().getLocation().toString());
    return Stream.iterate(Path.of(thisCode), parent -> parent != null, Path::getParent)
        .map(folder -> folder.resolve(place))
        .filter(Files::exists)
        .findFirst();
  }
}

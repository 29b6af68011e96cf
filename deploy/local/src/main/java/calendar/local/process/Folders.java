package calendar.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders and files that are made and removed here. */
public final class Folders {
  private Folders() {}

  /** Creates a folder with its parents, if it does not exist. */
  public static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      throw new LocalException("%s cannot be created: %s".formatted(folder, failure), failure);
    }
  }

  /** Creates a new folder among the system's temporary ones. */
  public static Path temporary(String prefix) {
    return temporary(Path.of(System.getProperty("java.io.tmpdir")), prefix);
  }

  /** Creates a new folder in a parent, and the parent too if it does not exist. */
  public static Path temporary(Path parent, String prefix) {
    create(parent);
    try {
      return Files.createTempDirectory(parent, prefix);
    } catch (IOException failure) {
      throw new LocalException("no folder in %s: %s".formatted(parent, failure), failure);
    }
  }

  /** Removes a folder with everything in it, if it exists. */
  public static void delete(Path folder) {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : (Iterable<Path>) paths.sorted(Comparator.reverseOrder())::iterator) {
        Files.deleteIfExists(path);
      }
    } catch (IOException | UncheckedIOException failure) {
      throw new LocalException("%s cannot be removed: %s".formatted(folder, failure), failure);
    }
  }

  /** Copies a folder with all that is in it, replacing what was at the target. */
  public static void copy(Path source, Path target) {
    delete(target);
    try (Stream<Path> paths = Files.walk(source)) {
      for (Path path : (Iterable<Path>) paths::iterator) {
        Path copy = target.resolve(source.relativize(path));
        Files.createDirectories(copy.getParent());
        Files.copy(path, copy);
      }
    } catch (IOException failure) {
      throw new LocalException("%s cannot be copied: %s".formatted(source, failure), failure);
    }
  }

  /** Writes a file that only its owner may read. */
  public static void writeSecret(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, text);
    } catch (IOException failure) {
      throw new LocalException("%s cannot be written: %s".formatted(file, failure), failure);
    }
  }
}

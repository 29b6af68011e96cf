package calendar.local.process;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** Folders and files that are made and removed here. */
public final class Folders {
  private Folders() {}

  /** A new folder among the system's temporary ones. */
  public static Path temporary(String prefix) {
    try {
      return Files.createTempDirectory(prefix);
    } catch (IOException failure) {
      throw new LocalException("no temporary folder: " + failure.getMessage(), failure);
    }
  }

  /** A new folder in another, which is made if it is not there. */
  public static Path temporary(Path parent, String prefix) {
    try {
      Files.createDirectories(parent);
      return Files.createTempDirectory(parent, prefix);
    } catch (IOException failure) {
      throw new LocalException("no folder in %s: %s".formatted(parent, failure), failure);
    }
  }

  /** Removes a folder with all that is in it, if it is there. */
  public static void delete(Path folder) {
    try {
      Files.walkFileTree(folder, new Deletion());
    } catch (NoSuchFileException gone) {
      // As it should be.
    } catch (IOException failure) {
      throw new LocalException(
          "%s cannot be removed: %s".formatted(folder, failure.getMessage()), failure);
    }
  }

  /** Copies a folder with all that is in it, in place of what was at the target. */
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

  /** Writes a file that its owner alone may read. */
  public static void writeSecret(Path file, String text) throws IOException {
    FileAttribute<?> ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Files.deleteIfExists(file);
    Files.createFile(file, ownerOnly);
    Files.writeString(file, text);
  }

  private static final class Deletion extends SimpleFileVisitor<Path> {
    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      Files.deleteIfExists(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
      Files.deleteIfExists(folder);
      return FileVisitResult.CONTINUE;
    }
  }
}

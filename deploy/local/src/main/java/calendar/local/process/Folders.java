package calendar.local.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.io.FileUtils;

/** Folders and files that are made and removed here. */
public final class Folders {
  private Folders() {}

  /** Creates a folder with its parents, if it does not exist. */
  public static void create(Path folder) {
    Attempt.to("create " + folder, () -> Files.createDirectories(folder));
  }

  /** Creates a new folder among the system's temporary ones. */
  public static Path temporary(String prefix) {
    return temporary(FileUtils.getTempDirectory().toPath(), prefix);
  }

  /** Creates a new folder in a parent, and the parent too if it does not exist. */
  public static Path temporary(Path parent, String prefix) {
    create(parent);
    return Attempt.to(
        "create a folder in " + parent, () -> Files.createTempDirectory(parent, prefix));
  }

  /** Removes a folder with everything in it, if it exists. */
  public static void delete(Path folder) {
    Attempt.to("remove " + folder, () -> FileUtils.deleteDirectory(folder.toFile()));
  }

  /** Copies a folder with all that is in it, replacing what was at the target. */
  public static void copy(Path source, Path target) {
    delete(target);
    Attempt.to("copy " + source, () -> FileUtils.copyDirectory(source.toFile(), target.toFile()));
  }

  /** Writes a file that only its owner may read. */
  public static void writeSecret(Path file, String text) {
    Attempt.to(
        "write " + file,
        () -> {
          Files.deleteIfExists(file);
          Files.createFile(
              file,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
          Files.writeString(file, text);
        });
  }
}

package calendar.local.process;

import java.nio.file.Path;

/**
 * The folder of a server's files.
 *
 * @param isTemporary whether {@link #close} removes it
 */
public record WorkFolder(Path path, boolean isTemporary) implements AutoCloseable {

  public WorkFolder {
    path = path.toAbsolutePath();
  }

  /** A new folder among the system's temporary ones. */
  public static WorkFolder temporary(String prefix) {
    return new WorkFolder(Folders.temporary(prefix), true);
  }

  @Override
  public void close() {
    if (isTemporary) {
      Folders.delete(path);
    }
  }
}

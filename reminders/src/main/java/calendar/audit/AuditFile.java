package calendar.audit;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Objects;

/**
 * A file of lines that only grows. A line is in the file, for every reader, when {@link #append}
 * returns: the end of this process does not lose it, but the end of the machine may lose the last
 * seconds. A file that has reached its size is renamed to its name with {@code .1}, the one before
 * to {@code .2}, and so on; the oldest is deleted. If somebody else renames or removes the file,
 * the next line begins a new one. One process at a time. Safe for use by several threads.
 */
final class AuditFile implements Closeable {
  private static final byte LINE_END = '\n';
  private static final FileAttribute<?> OWNER_AND_GROUP =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-r-----"));

  private final Path path;
  private final long largest;
  private final int kept;
  private FileChannel channel;
  private Object openedFile;
  private long size;

  /**
   * @param largest the size in bytes at which a new file begins
   * @param kept how many older files stay
   */
  AuditFile(Path path, long largest, int kept) {
    this.path = path.toAbsolutePath();
    this.largest = largest;
    this.kept = kept;
  }

  /**
   * Adds a line.
   *
   * @param line without its end
   * @throws IOException if it could not be written whole; then nothing of it stays, if possible
   */
  synchronized void append(byte[] line) throws IOException {
    if (channel != null && !Objects.equals(fileKey(), openedFile)) {
      close();
    }
    if (channel == null) {
      open();
    } else if (size > 0 && size + line.length >= largest) {
      rotate();
    }
    ByteBuffer bytes = ByteBuffer.wrap(Arrays.copyOf(line, line.length + 1));
    bytes.put(line.length, LINE_END);
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      size += bytes.limit();
    } catch (IOException failure) {
      takeBack(failure);
      throw failure;
    }
  }

  /** What tells this file from another one under the same name; "" if there is none. */
  private Object fileKey() throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException removed) {
      return "";
    }
  }

  private void open() throws IOException {
    Files.createDirectories(path.getParent());
    createPrivately();
    channel = FileChannel.open(path, CREATE, APPEND, WRITE);
    openedFile = fileKey();
    size = channel.size();
    if (size > 0 && !endsWithLineEnd()) {
      size += channel.write(ByteBuffer.wrap(new byte[] {LINE_END}));
    }
  }

  /** A file that is there keeps its permissions. */
  private void createPrivately() throws IOException {
    if (!Files.exists(path)
        && path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(path, OWNER_AND_GROUP);
    }
  }

  private boolean endsWithLineEnd() throws IOException {
    try (FileChannel reader = FileChannel.open(path, READ)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      return reader.read(last, reader.size() - 1) == 1 && last.get(0) == LINE_END;
    }
  }

  private void rotate() throws IOException {
    channel.force(true);
    close();
    for (int number = kept; number > 1; number--) {
      Path younger = numbered(number - 1);
      if (Files.exists(younger)) {
        Files.move(younger, numbered(number), REPLACE_EXISTING);
      }
    }
    Files.move(path, numbered(1), REPLACE_EXISTING);
    open();
  }

  private Path numbered(int number) {
    return path.resolveSibling(path.getFileName() + "." + number);
  }

  private void takeBack(IOException failure) {
    try {
      channel.truncate(size);
    } catch (IOException unreadable) {
      failure.addSuppressed(unreadable);
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel != null) {
      channel.close();
      channel = null;
    }
  }
}

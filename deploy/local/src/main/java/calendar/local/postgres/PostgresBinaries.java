package calendar.local.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, out of the archive on the class path. They are unpacked once per user
 * and version; several processes may do it at once.
 */
final class PostgresBinaries {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";

  private PostgresBinaries() {}

  /** The first words of a command that runs one of the programs: postgres or initdb. */
  static List<String> program(String name) {
    return Root.disguised(List.of(unpacked().resolve("bin").resolve(name).toString()));
  }

  /** The major version: data folders of another cannot be read. */
  static String majorVersion() {
    return version().replaceFirst("\\..*", "");
  }

  private static Path unpacked() {
    if (!fitThisMachine()) {
      throw new LocalException(
          "There is no embedded PostgreSQL for %s on %s: run one of your own and name it by"
                  .formatted(System.getProperty("os.name"), System.getProperty("os.arch"))
              + " CALENDAR_DATABASE_HOST, with roles calendar_owner and calendar and a database"
              + " calendar of the former");
    }
    try {
      Path home = cache().resolve("postgresql-" + version());
      if (!Files.isDirectory(home)) {
        unpack(home);
      }
      return home;
    } catch (IOException failure) {
      throw new LocalException("PostgreSQL cannot be unpacked: " + failure.getMessage(), failure);
    }
  }

  private static boolean fitThisMachine() {
    return System.getProperty("os.name").equals("Linux")
        && List.of("amd64", "x86_64").contains(System.getProperty("os.arch"));
  }

  private static void unpack(Path home) throws IOException {
    Files.createDirectories(home.getParent());
    Path unfinished = Files.createTempDirectory(home.getParent(), "unpacking-");
    try {
      unpackInto(unfinished);
      Files.move(unfinished, home);
    } catch (FileSystemException failure) {
      boolean anotherWasFaster = Files.isDirectory(home);
      if (!anotherWasFaster) {
        throw failure;
      }
    } finally {
      Folders.delete(unfinished);
    }
  }

  private static void unpackInto(Path folder) throws IOException {
    try (InputStream archive = PostgresBinaries.class.getResourceAsStream(ARCHIVE)) {
      Process tar =
          new ProcessBuilder("tar", "-x", "-f", "-", "-C", folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream input = tar.getOutputStream()) {
        new XZInputStream(archive).transferTo(input);
      }
      int status = tar.waitFor();
      if (status != 0) {
        throw new IOException("tar ended with status " + status);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", interrupted);
    }
  }

  private static String version() {
    try (InputStream version = PostgresBinaries.class.getResourceAsStream("postgresql.version")) {
      return new String(version.readAllBytes(), UTF_8).strip();
    } catch (IOException unreadable) {
      throw new LocalException("the version of PostgreSQL cannot be read", unreadable);
    }
  }

  private static Path cache() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("calendar");
  }
}

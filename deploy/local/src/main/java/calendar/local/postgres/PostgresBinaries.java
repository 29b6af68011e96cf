package calendar.local.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.local.process.Attempt;
import calendar.local.process.Commands;
import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.io.IOUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The programs of PostgreSQL, out of the archive on the class path. They are unpacked once per user
 * and version; several processes may do it at once.
 */
final class PostgresBinaries {
  private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
  private static final String VERSION = "/calendar/local/postgres/postgresql.version";

  private PostgresBinaries() {}

  /** The first words of a command that runs one of the programs: postgres or initdb. */
  static List<String> program(String name) {
    requireThisMachineFits();
    Path home = cache().resolve("postgresql-" + version());
    if (!Files.isDirectory(home)) {
      Attempt.to("unpack PostgreSQL", () -> unpack(home));
    }
    return Root.disguised(home.resolve("bin").resolve(name).toString());
  }

  /** The major version: data folders of another cannot be read. */
  static String majorVersion() {
    return version().replaceFirst("\\..*", "");
  }

  private static void requireThisMachineFits() {
    String system = System.getProperty("os.name");
    String processor = System.getProperty("os.arch");
    if (!system.equals("Linux") || !List.of("amd64", "x86_64").contains(processor)) {
      throw new LocalException(
          "There is no embedded PostgreSQL for %s on %s: run one of your own and name it by"
                  .formatted(system, processor)
              + " CALENDAR_DATABASE_HOST, with roles calendar_owner and calendar and a database"
              + " calendar of the former");
    }
  }

  private static void unpack(Path home) throws IOException {
    Path unfinished = Folders.temporary(home.getParent(), "unpacking-");
    try {
      Commands.run(
          List.of("tar", "-x", "-f", "-", "-C", unfinished.toString()),
          new XZInputStream(PostgresBinaries.class.getResourceAsStream(ARCHIVE)));
      Files.move(unfinished, home);
    } catch (FileAlreadyExistsException anotherWasFaster) {
      // Its files are the same.
    } finally {
      Folders.delete(unfinished);
    }
  }

  private static String version() {
    return Attempt.to(
        "read the version of PostgreSQL", () -> IOUtils.resourceToString(VERSION, UTF_8).strip());
  }

  private static Path cache() {
    return Optional.ofNullable(System.getenv("XDG_CACHE_HOME"))
        .filter(folder -> !folder.isEmpty())
        .map(Path::of)
        .orElse(Path.of(System.getProperty("user.home"), ".cache"))
        .resolve("calendar");
  }
}

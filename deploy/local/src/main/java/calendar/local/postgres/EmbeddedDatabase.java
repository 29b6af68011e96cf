package calendar.local.postgres;

import calendar.local.process.Attempt;
import calendar.local.process.Folders;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedServer;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import calendar.local.process.Server;
import calendar.local.process.WorkFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;

/**
 * A PostgreSQL server that this process has started, with the database and the roles of the
 * calendar, but without tables: {@code calendar_migrate} creates those. All its files are in one
 * folder: the data, and the administrator's password, which only the owner of the files can read.
 */
public final class EmbeddedDatabase extends GuardedServer {
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final DataFolder data;
  private final boolean durable;
  private final DatabaseAccess access;

  private EmbeddedDatabase(
      WorkFolder folder, boolean durable, DatabaseAccess access, Consumer<String> output) {
    super("PostgreSQL on the data in " + folder.path(), START_LIMIT, folder, output);
    this.data = new DataFolder(folder().resolve("data"));
    this.durable = durable;
    this.access = access;
  }

  /** Starts an empty database for a test, on a free port. {@link #close} removes its data. */
  public static EmbeddedDatabase temporary() {
    return temporary(DatabaseAccess.generated(), Optional.empty());
  }

  /**
   * Starts an empty database. {@link #close} removes its data.
   *
   * @param access the port, the names and the passwords that it has
   * @param durable a folder on the disk to be measured, if it is for measurements: then it commits
   *     to the disk before it answers, as a kept database does
   */
  public static EmbeddedDatabase temporary(DatabaseAccess access, Optional<Path> durable) {
    Path parent = durable.orElse(FileUtils.getTempDirectory().toPath());
    Path folder = Folders.temporary(parent, "calendar-postgresql-");
    return Server.started(
        new EmbeddedDatabase(
            new WorkFolder(folder, true), durable.isPresent(), access, line -> {}));
  }

  /**
   * Starts a database that keeps its data for the next start.
   *
   * @param parent gets a folder for this major version of PostgreSQL
   * @param access the port, the names and the passwords that it has from now on
   * @param output receives each line that the server writes
   * @throws LocalException if the port is taken or another server uses the data
   */
  public static EmbeddedDatabase kept(Path parent, DatabaseAccess access, Consumer<String> output) {
    Path folder = parent.resolve("postgresql-" + PostgresBinaries.majorVersion());
    return Server.started(
        new EmbeddedDatabase(new WorkFolder(folder, false), true, access, output));
  }

  /** Returns the address and the logins. */
  public DatabaseAccess access() {
    return access;
  }

  /** Connects to the calendar's database as the administrator. */
  public Connection connectAsAdministrator() throws SQLException {
    return administrator().connect(access.name());
  }

  @Override
  public void start() {
    super.start();
    administrator().provide();
  }

  @Override
  protected GuardedCommand prepare() {
    data.requireUnused();
    Ports.requireFree(access.port(), "PostgreSQL");
    if (!data.exists()) {
      Folders.create(folder());
      Folders.writeSecret(passwordFile(), UUID.randomUUID().toString());
      data.create(passwordFile(), durable);
    }
    return new GuardedCommand(words(), Map.of(), folder(), "INT", STOP_LIMIT);
  }

  private List<String> words() {
    List<String> words = new ArrayList<>(PostgresBinaries.program("postgres"));
    words.addAll(List.of("-D", data.path().toString(), "-p", Integer.toString(access.port())));
    words.add("--listen_addresses=" + access.host());
    words.add("--unix_socket_directories=");
    words.add("--max_connections=200");
    words.add("--fsync=" + (durable ? "on" : "off"));
    words.addAll(List.of("--timezone=UTC", "--log_timezone=UTC"));
    return words;
  }

  @Override
  protected boolean isReady() {
    try {
      return administrator().serverAnswers();
    } catch (SQLException | LocalException lockedOut) {
      throw new LocalException(
          "%s does not open the database beside it: remove %s to start with an empty one"
              .formatted(passwordFile(), folder()),
          lockedOut);
    }
  }

  private Administrator administrator() {
    String password =
        Attempt.to("read " + passwordFile(), () -> Files.readString(passwordFile()).strip());
    return new Administrator(access, password);
  }

  private Path passwordFile() {
    return folder().resolve("password");
  }
}

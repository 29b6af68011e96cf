package calendar.local.postgres;

import calendar.local.postgres.DatabaseAccess.Login;
import calendar.local.process.Folders;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import calendar.local.process.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A PostgreSQL server on the loopback address. All its files are in one folder: the data, and the
 * administrator's password, which only the owner of the files can read.
 *
 * <p>Not safe for use by several threads.
 */
abstract class PostgresServer {
  static final String HOST = "127.0.0.1";

  private static final String ADMINISTRATOR = "postgres";
  private static final String WRONG_PASSWORD = "28P01";
  private static final Duration START_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final Path folder;
  private final DataFolder data;
  private final int port;
  private final boolean durable;
  private final Consumer<String> output;
  private GuardedProcess process;

  /**
   * A server that does not run yet.
   *
   * @param durable whether commits must survive a crash of the machine; false is faster
   * @param output receives each line that it writes
   */
  PostgresServer(Path folder, int port, boolean durable, Consumer<String> output) {
    this.folder = folder.toAbsolutePath();
    this.data = new DataFolder(this.folder.resolve("data"));
    this.port = port;
    this.durable = durable;
    this.output = output;
  }

  /** Starts it, on new data if it has none yet. Returns once it answers. */
  public final void start() {
    data.requireUnused();
    Ports.requireFree(port, "PostgreSQL");
    if (!data.exists()) {
      Folders.create(folder);
      Folders.writeSecret(passwordFile(), Passwords.random());
      data.create(ADMINISTRATOR, passwordFile(), durable);
    }
    process = GuardedProcess.start(command(), output);
    process.awaitReady("PostgreSQL on the data in " + data.path(), START_LIMIT, this::answers);
  }

  /**
   * Stops it as an administrator would, if it runs: connections are closed, open transactions are
   * rolled back, the data stay.
   */
  public final void stop() {
    if (process != null) {
      process.close();
    }
  }

  /** Returns the server's first process. Its children serve the connections. */
  public final ProcessHandle process() {
    return data.server().orElseThrow();
  }

  /** Freezes it: connections stay open, new ones are accepted, nothing answers. */
  public final void pause() {
    Signals.sendToTree("STOP", process());
  }

  /** Lets it continue after {@link #pause}. */
  public final void resume() {
    Signals.sendToTree("CONT", process());
  }

  /** Connects as the administrator. */
  final Connection connect(String database) throws SQLException {
    try {
      Login administrator = new Login(ADMINISTRATOR, Files.readString(passwordFile()).strip());
      return new DatabaseAccess(HOST, port, database, administrator, administrator).connect();
    } catch (IOException unreadable) {
      throw lockedOut(unreadable);
    }
  }

  private GuardedCommand command() {
    List<String> words = new ArrayList<>(PostgresBinaries.program("postgres"));
    words.addAll(List.of("-D", data.path().toString(), "-p", Integer.toString(port)));
    Map<String, String> parameters =
        Map.of(
            "listen_addresses", HOST,
            "unix_socket_directories", "",
            "max_connections", "200",
            "fsync", durable ? "on" : "off",
            "timezone", "UTC",
            "log_timezone", "UTC");
    parameters.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
    return new GuardedCommand(
        words, Map.of("PATH", System.getenv("PATH")), folder, "INT", STOP_LIMIT);
  }

  private boolean answers() {
    try (Connection connection = connect(ADMINISTRATOR)) {
      return connection.isValid(0);
    } catch (SQLException notYet) {
      if (WRONG_PASSWORD.equals(notYet.getSQLState())) {
        throw lockedOut(notYet);
      }
      return false;
    }
  }

  private LocalException lockedOut(Exception cause) {
    return new LocalException(
        "%s does not open the database beside it: remove %s to start with an empty one"
            .formatted(passwordFile(), folder),
        cause);
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }
}

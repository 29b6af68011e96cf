package calendar.local.postgres;

import calendar.local.postgres.DatabaseAccess.Login;
import calendar.local.process.Await;
import calendar.local.process.Folders;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import calendar.local.process.ProcessTree;
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
 * A PostgreSQL server on the loopback address. Its files are in a folder of its own: the data, and
 * the administrator's password, which the owner of the files alone can read.
 *
 * <p>Not safe for use by several threads.
 */
final class PostgresServer implements AutoCloseable {
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
   * @param durable whether commits must survive a crash of the machine; without it is quicker
   * @param output is told every line that it writes
   */
  PostgresServer(Path folder, int port, boolean durable, Consumer<String> output) {
    this.folder = folder.toAbsolutePath();
    this.data = new DataFolder(this.folder.resolve("data"));
    this.port = port;
    this.durable = durable;
    this.output = output;
  }

  int port() {
    return port;
  }

  /** Starts it, on new data if there are none yet, and returns once it answers. */
  void start() {
    data.requireUnused();
    if (!Ports.isFree(port)) {
      throw new LocalException(
          "Port %d, PostgreSQL's, is taken: stop the program that listens there".formatted(port));
    }
    if (!data.exists()) {
      createData();
    }
    process = GuardedProcess.start(command(), output);
    try {
      Await.until("PostgreSQL answers", START_LIMIT, this::answers);
    } catch (LocalException failure) {
      close();
      throw failure;
    }
  }

  /** Stops it, if it runs: connections are closed, open transactions rolled back. */
  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }

  ProcessHandle process() {
    return data.server().orElseThrow();
  }

  /** Freezes it: connections stay open, nothing answers. */
  void pause() {
    processes().pause();
  }

  /** Ends what {@link #pause} began. */
  void resume() {
    processes().resume();
  }

  /** Connects as the administrator. */
  Connection connect(String database) throws SQLException {
    try {
      Login administrator = new Login(ADMINISTRATOR, Files.readString(passwordFile()).strip());
      return new DatabaseAccess(HOST, port, database, administrator, administrator).connect();
    } catch (IOException unreadable) {
      throw lockedOut(unreadable);
    }
  }

  private void createData() {
    try {
      Files.createDirectories(folder);
      Folders.writeSecret(passwordFile(), Passwords.random());
    } catch (IOException failure) {
      throw new LocalException("%s cannot be made: %s".formatted(folder, failure), failure);
    }
    data.create(ADMINISTRATOR, passwordFile(), durable);
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
    if (!process.isAlive()) {
      process.waitFor();
      throw new LocalException(
          "PostgreSQL ended at its start on the data in %s:%n%s"
              .formatted(data.path(), String.join("\n", process.lastLines())));
    }
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
        "%s does not open the database beside it: remove %s to begin with an empty one"
            .formatted(passwordFile(), folder),
        cause);
  }

  private ProcessTree processes() {
    return new ProcessTree(process());
  }

  private Path passwordFile() {
    return folder.resolve("password");
  }
}

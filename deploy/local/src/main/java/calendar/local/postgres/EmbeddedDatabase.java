package calendar.local.postgres;

import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * A PostgreSQL server of our own with the calendar's database and roles, but no tables yet: {@code
 * calendar_migrate} makes those. It ends with this process at the latest.
 *
 * <p>Not safe for use by several threads.
 */
public final class EmbeddedDatabase implements AutoCloseable {
  private final PostgresServer server;
  private final DatabaseAccess access;
  private final Runnable cleanUp;

  private EmbeddedDatabase(PostgresServer server, DatabaseAccess access, Runnable cleanUp) {
    this.server = server;
    this.access = access;
    this.cleanUp = cleanUp;
  }

  /** Starts an empty one for a test, on a free port; {@link #close} removes its data. */
  public static EmbeddedDatabase temporary() {
    return temporary(Logins.generated());
  }

  public static EmbeddedDatabase temporary(Logins logins) {
    return inNewFolder(Folders.temporary("calendar-postgresql-"), false, logins);
  }

  /**
   * Starts an empty one for measurements, on a free port: its commits are on the disk before they
   * are answered, as those of a kept one. {@link #close} removes its data.
   *
   * @param parent where its folder is made, on the disk that is measured
   */
  public static EmbeddedDatabase durable(Path parent, Logins logins) {
    return inNewFolder(Folders.temporary(parent, "calendar-postgresql-"), true, logins);
  }

  private static EmbeddedDatabase inNewFolder(Path folder, boolean durable, Logins logins) {
    PostgresServer server = new PostgresServer(folder, Ports.free(), durable, line -> {});
    return new EmbeddedDatabase(server, access(server, logins), () -> Folders.delete(folder))
        .started();
  }

  /**
   * Starts one whose data are kept for the next start.
   *
   * @param parent gets a folder for this major version of PostgreSQL
   * @param port where it listens
   * @param logins the names and passwords that its roles shall have from now on
   * @param output is told what the server writes
   * @throws LocalException if the port is taken or another server uses the data
   */
  public static EmbeddedDatabase kept(
      Path parent, int port, Logins logins, Consumer<String> output) {
    Path folder = parent.resolve("postgresql-" + PostgresBinaries.majorVersion());
    PostgresServer server = new PostgresServer(folder, port, true, output);
    return new EmbeddedDatabase(server, access(server, logins), () -> {}).started();
  }

  /** Where it is and who may use it. */
  public DatabaseAccess access() {
    return access;
  }

  /** The server's first process, whose children are the connections' processes and the helpers. */
  public ProcessHandle process() {
    return server.process();
  }

  /** Connects as the administrator, who may do everything. */
  public Connection connectAsAdministrator() throws SQLException {
    return server.connect(access.name());
  }

  /** Stops the server as an administrator would: connections break, the data stay. */
  public void stop() {
    server.close();
  }

  /** Starts the server again after {@link #stop}, on the same port. Returns once it answers. */
  public void start() {
    server.start();
  }

  /** Freezes the server: connections stay open, new ones are accepted, nothing answers. */
  public void pause() {
    server.pause();
  }

  /** Lets the server go on after {@link #pause}. */
  public void resume() {
    server.resume();
  }

  /** Stops the server; removes its data unless they are kept. */
  @Override
  public void close() {
    server.close();
    cleanUp.run();
  }

  private EmbeddedDatabase started() {
    try {
      server.start();
      try (Connection administrator = server.connect("postgres")) {
        new Provisioning(administrator).provide(access);
      }
      return this;
    } catch (SQLException failure) {
      close();
      throw new LocalException("PostgreSQL refuses: " + failure.getMessage(), failure);
    } catch (LocalException failure) {
      close();
      throw failure;
    }
  }

  private static DatabaseAccess access(PostgresServer server, Logins logins) {
    return new DatabaseAccess(
        PostgresServer.HOST, server.port(), logins.database(), logins.services(), logins.owner());
  }
}

package calendar.local.postgres;

import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * A PostgreSQL server that this process has started, with the database and the roles of the
 * calendar, but without tables: {@code calendar_migrate} creates those. It ends with this process
 * at the latest.
 *
 * <p>Not safe for use by several threads.
 */
public final class EmbeddedDatabase extends PostgresServer implements AutoCloseable {
  private final Path folder;
  private final boolean temporary;
  private final DatabaseAccess access;

  private EmbeddedDatabase(
      Path folder,
      int port,
      boolean durable,
      boolean temporary,
      Logins logins,
      Consumer<String> output) {
    super(folder, port, durable, output);
    this.folder = folder;
    this.temporary = temporary;
    this.access =
        new DatabaseAccess(HOST, port, logins.database(), logins.services(), logins.owner());
  }

  /** Starts an empty database for a test, on a free port. {@link #close} removes its data. */
  public static EmbeddedDatabase temporary() {
    return temporary(Logins.generated());
  }

  public static EmbeddedDatabase temporary(Logins logins) {
    return temporary(Folders.temporary("calendar-postgresql-"), false, logins);
  }

  /**
   * Starts an empty database for measurements, on a free port. It commits to the disk before it
   * answers, as a kept database does. {@link #close} removes its data.
   *
   * @param parent a folder on the disk to be measured
   */
  public static EmbeddedDatabase durable(Path parent, Logins logins) {
    return temporary(Folders.temporary(parent, "calendar-postgresql-"), true, logins);
  }

  private static EmbeddedDatabase temporary(Path folder, boolean durable, Logins logins) {
    return new EmbeddedDatabase(folder, Ports.free(), durable, true, logins, line -> {}).started();
  }

  /**
   * Starts a database that keeps its data for the next start.
   *
   * @param parent gets a folder for this major version of PostgreSQL
   * @param logins the names and passwords that its roles have from now on
   * @param output receives each line that the server writes
   * @throws LocalException if the port is taken or another server uses the data
   */
  public static EmbeddedDatabase kept(
      Path parent, int port, Logins logins, Consumer<String> output) {
    Path folder = parent.resolve("postgresql-" + PostgresBinaries.majorVersion());
    return new EmbeddedDatabase(folder, port, true, false, logins, output).started();
  }

  /** Returns the address and the logins. */
  public DatabaseAccess access() {
    return access;
  }

  /** Connects to the calendar's database as the administrator. */
  public Connection connectAsAdministrator() throws SQLException {
    return connect(access.name());
  }

  /** Stops the server, and removes its data if they are temporary. */
  @Override
  public void close() {
    stop();
    if (temporary) {
      Folders.delete(folder);
    }
  }

  private EmbeddedDatabase started() {
    try {
      start();
      try (Connection administrator = connect("postgres")) {
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
}

package calendar.local.postgres;

import calendar.local.container.ContainerImage;
import calendar.local.container.ServerContainer;
import calendar.local.postgres.DatabaseAccess.Login;
import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

/**
 * A PostgreSQL server in a container, for tests, with the calendar's database and roles, but no
 * tables yet: {@code calendar_migrate} makes those. It ends with this process at the latest.
 */
public final class ContainerDatabase implements AutoCloseable {
  private static final String HOST = "127.0.0.1";
  private static final int POSTGRESQL = 5432;

  private final Path folder = Folders.temporary("calendar-postgresql-");
  private final int port = Ports.free();
  private final Login administrator = new Login("postgres", Passwords.random());
  private final ServerContainer container =
      new ServerContainer(
          ContainerImage.POSTGRESQL,
          folder,
          POSTGRESQL,
          port,
          Map.of("POSTGRES_PASSWORD", administrator.password()),
          "postgres",
          "-c",
          "fsync=off");
  private final DatabaseAccess access;

  private ContainerDatabase(Logins logins) {
    access = new DatabaseAccess(HOST, port, logins.database(), logins.services(), logins.owner());
  }

  /**
   * Starts an empty one on a free port; {@link #close} removes its data.
   *
   * @throws LocalException if Docker has no {@link ContainerImage#POSTGRESQL}, or it does not start
   */
  public static ContainerDatabase temporary() {
    ContainerDatabase database = new ContainerDatabase(Logins.generated());
    try {
      database.start();
      return database;
    } catch (LocalException failure) {
      database.close();
      throw failure;
    }
  }

  /** Where it is and who may use it. */
  public DatabaseAccess access() {
    return access;
  }

  /** Connects as the administrator, who may do everything. */
  public Connection connectAsAdministrator() throws SQLException {
    return access.connect(access.name(), administrator);
  }

  @Override
  public void close() {
    container.close();
    Folders.delete(folder);
  }

  private void start() {
    container.start(this::answers);
    try (Connection connection = connect()) {
      new Provisioning(connection).provide(access);
    } catch (SQLException failure) {
      throw new LocalException("PostgreSQL refuses: " + failure.getMessage(), failure);
    }
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(0);
    } catch (SQLException notYet) {
      return false;
    }
  }

  private Connection connect() throws SQLException {
    return access.connect("postgres", administrator);
  }
}

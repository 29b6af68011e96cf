package calendar.container;

import calendar.local.container.ContainerImage;
import calendar.local.container.ServerContainer;
import calendar.local.postgres.Administrator;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.process.Attempt;
import calendar.local.process.Server;
import calendar.local.process.WorkFolder;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * A PostgreSQL server in a container, with the calendar's database and roles, but no tables yet:
 * {@code calendar_migrate} makes those.
 */
final class ContainerDatabase extends ServerContainer {
  private static final int POSTGRESQL = 5432;

  private final Administrator administrator;

  private ContainerDatabase(Administrator administrator) {
    super(
        ContainerImage.POSTGRESQL,
        WorkFolder.temporary("calendar-postgresql-"),
        POSTGRESQL,
        administrator.access().port(),
        Map.of("POSTGRES_PASSWORD", administrator.password()),
        "postgres",
        "-c",
        "fsync=off");
    this.administrator = administrator;
  }

  /** Starts an empty database on a free port. {@link #close} removes its data. */
  static ContainerDatabase temporary() {
    String password = UUID.randomUUID().toString();
    return Server.started(
        new ContainerDatabase(new Administrator(DatabaseAccess.generated(), password)));
  }

  /** Returns the address and the logins. */
  DatabaseAccess access() {
    return administrator.access();
  }

  /** Connects to the calendar's database as the administrator. */
  Connection connectAsAdministrator() throws SQLException {
    return administrator.connect(access().name());
  }

  @Override
  public void start() {
    super.start();
    administrator.provide();
  }

  @Override
  protected boolean isReady() {
    return Attempt.to("log in to PostgreSQL", () -> administrator.serverAnswers());
  }
}

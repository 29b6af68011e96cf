package calendar.container;

import calendar.config.Program;
import calendar.config.Settings;
import calendar.ddl.Migrations;
import calendar.local.broker.BrokerAccess;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.postgres.EmbeddedDatabase;
import calendar.local.process.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts a migrated PostgreSQL and a broker before the server, and configures the server to use
 * them. The server has more connections than the races have threads, so that the threads meet in
 * the database and not while they wait for a connection.
 */
public final class RunningServices implements LauncherSessionListener {
  private static final int POOL_SIZE = 60;

  private static EmbeddedDatabase postgres;
  private static ContainerDatabase container;

  private OwnBroker broker;

  /** The embedded database; null if the tests run on PostgreSQL in a container. */
  static EmbeddedDatabase postgres() {
    return postgres;
  }

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (!DatabaseCondition.holds()) {
      return;
    }
    DatabaseAccess access = startDatabase();
    BrokerKind kind = BrokerKind.bestForTests();
    broker = OwnBroker.temporary(kind);
    // Conditions look at it here: an assumption that fails inside the server fails the test.
    System.setProperty("calendar.test.broker", kind.name());
    BrokerAccess queue = broker.access();
    Migrations.apply(Settings.load(Program.MIGRATE, Optional.empty(), access.environment()));
    giveTestsTimeInDeadlocks(access);
    System.setProperty("calendar.test.server", ownServer());
    int httpPort = Ports.free();
    int grpcPort = Ports.free();
    System.setProperty("calendar.test.http.port", Integer.toString(httpPort));
    System.setProperty("calendar.test.grpc.port", Integer.toString(grpcPort));
    System.setProperty(
        "calendar.test.jvm",
        String.join(
            " ",
            "-XX:TieredStopAtLevel=1",
            "-Dcalendar.http.port=" + httpPort,
            "-Dcalendar.grpc.port=" + grpcPort,
            "-Dcalendar.database.port=" + access.port(),
            "-Dcalendar.database.password=" + access.services().password(),
            "-Dcalendar.database.pool_size=" + POOL_SIZE,
            "-Dcalendar.rabbitmq.host=" + queue.host(),
            "-Dcalendar.rabbitmq.port=" + queue.port(),
            "-Dcalendar.rabbitmq.user=" + queue.user(),
            "-Dcalendar.rabbitmq.password=" + queue.password()));
  }

  /** A server with a name that no other run uses: Arquillian refuses a server that runs already. */
  private static String ownServer() {
    String name = "calendar_tests_" + ProcessHandle.current().pid();
    Path servers = Path.of(System.getProperty("calendar.usr"), "servers");
    try {
      Path own = Files.createDirectories(servers.resolve(name));
      Files.copy(
          servers.resolve("calendar_tests/server.xml"),
          own.resolve("server.xml"),
          StandardCopyOption.REPLACE_EXISTING);
      return name;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static DatabaseAccess startDatabase() {
    if (DatabaseCondition.asksForContainer()) {
      container = ContainerDatabase.temporary();
      return container.access();
    }
    postgres = EmbeddedDatabase.temporary();
    return postgres.access();
  }

  /**
   * Whose wait has lasted for {@code deadlock_timeout} looks for a circle once. Three seconds are
   * enough to close one on a busy machine too; a test may set more, so that it is not the one which
   * PostgreSQL ends.
   */
  private static void giveTestsTimeInDeadlocks(DatabaseAccess access) {
    try (Connection administrator =
            postgres != null
                ? postgres.connectAsAdministrator()
                : container.connectAsAdministrator();
        Statement statement = administrator.createStatement()) {
      statement.execute(
          "ALTER DATABASE \"%s\" SET deadlock_timeout = '3s'".formatted(access.name()));
      statement.execute(
          "GRANT SET ON PARAMETER deadlock_timeout TO \"%s\"".formatted(access.services().user()));
    } catch (SQLException refused) {
      throw new IllegalStateException(refused);
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (broker != null) {
      broker.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    if (container != null) {
      container.close();
    }
  }
}

package calendar.container;

import calendar.config.Program;
import calendar.config.Settings;
import calendar.ddl.Migrations;
import calendar.local.DatabaseAccess;
import calendar.local.EmbeddedDatabase;
import calendar.local.Ports;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts a migrated PostgreSQL before the server, and tells the server of it. Has more connections
 * than the races have runners, so that these meet in the database and not in front of it.
 */
public final class Surroundings implements LauncherSessionListener {
  private static final int POOL_SIZE = 60;

  private EmbeddedDatabase postgres;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    postgres = EmbeddedDatabase.temporary();
    DatabaseAccess access = postgres.access();
    Migrations.apply(Settings.load(Program.MIGRATE, Optional.empty(), access.environment()));
    int httpPort = Ports.free();
    int grpcPort = Ports.free();
    System.setProperty("calendar.test.http.port", Integer.toString(httpPort));
    System.setProperty("calendar.test.grpc.port", Integer.toString(grpcPort));
    System.setProperty(
        "calendar.test.jvm",
        String.join(
            " ",
            "-Dcalendar.http.port=" + httpPort,
            "-Dcalendar.grpc.port=" + grpcPort,
            "-Dcalendar.database.port=" + access.port(),
            "-Dcalendar.database.password=" + access.services().password(),
            "-Dcalendar.database.pool_size=" + POOL_SIZE));
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    postgres.close();
  }
}

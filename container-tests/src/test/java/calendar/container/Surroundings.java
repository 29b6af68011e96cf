package calendar.container;

import calendar.config.Program;
import calendar.config.Settings;
import calendar.ddl.Migrations;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Starts a migrated PostgreSQL before the server, and tells the server of it. */
public final class Surroundings implements LauncherSessionListener {
  private EmbeddedPostgres postgres;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    try {
      postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
      try (var c = postgres.getPostgresDatabase().getConnection();
          var s = c.createStatement()) {
        s.execute("CREATE ROLE calendar_owner LOGIN PASSWORD 'o'");
        s.execute("CREATE ROLE calendar LOGIN PASSWORD 's'");
        s.execute("CREATE DATABASE calendar OWNER calendar_owner");
      }
      int port = postgres.getPort();
      Migrations.apply(
          Settings.load(
              Program.MIGRATE,
              Optional.empty(),
              Map.of(
                  "CALENDAR_DATABASE_PORT", "" + port, "CALENDAR_DATABASE_OWNER_PASSWORD", "o")));
      int http = free();
      int grpc = free();
      System.setProperty("calendar.test.http.port", "" + http);
      System.setProperty("calendar.test.grpc.port", "" + grpc);
      System.setProperty(
          "calendar.test.jvm",
          "-Dcalendar.http.port=%d -Dcalendar.grpc.port=%d -Dcalendar.database.port=%d -Dcalendar.database.password=s -Dcalendar.database.pool_size=60"
              .formatted(http, grpc, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int free() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package calendar.local.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.config.Program;
import calendar.config.Settings;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseIT {
  /** For tests that leave it running, since a new one takes seconds. */
  private static EmbeddedDatabase shared;

  @BeforeAll
  static void startShared() {
    shared = EmbeddedDatabase.temporary();
  }

  @AfterAll
  static void stopShared() {
    shared.close();
  }

  @Test
  void servesTheTwoRolesOnly() throws SQLException {
    DatabaseAccess access = shared.access();
    assertThat(answer(access.connect(), "SELECT current_user")).isEqualTo("calendar");
    assertThat(answer(access.connectAsOwner(), "SELECT current_user")).isEqualTo("calendar_owner");
    DatabaseAccess intruder =
        new DatabaseAccess(
            access.host(),
            access.port(),
            access.name(),
            new DatabaseAccess.Login("calendar", "guessed"),
            access.owner());
    assertThatThrownBy(intruder::connect).hasMessageContaining("authentication failed");
  }

  @Test
  void severalRunAtOnce() throws SQLException {
    try (EmbeddedDatabase other = EmbeddedDatabase.temporary()) {
      execute(shared, "CREATE TABLE note (words text)");

      assertThat(answer(other.access().connectAsOwner(), "SELECT to_regclass('note')")).isNull();
    }
  }

  @Test
  void leavesNothingBehind() {
    EmbeddedDatabase database = EmbeddedDatabase.temporary();
    long server = serverOf(database);
    Path data = Path.of(administratorAnswer(database, "SHOW data_directory"));
    assertThat(data).isDirectory();

    database.close();

    assertThat(data.getParent()).doesNotExist();
    assertThat(ProcessHandle.of(server)).isEmpty();
  }

  @Test
  void isDurableForMeasurementsAndGoesAllTheSame(@TempDir Path parent) {
    EmbeddedDatabase database =
        EmbeddedDatabase.temporary(DatabaseAccess.generated(), Optional.of(parent));
    assertThat(administratorAnswer(database, "SHOW fsync")).isEqualTo("on");
    assertThat(Path.of(administratorAnswer(database, "SHOW data_directory"))).startsWith(parent);
    assertThat(database.process().pid()).isEqualTo(serverOf(database));

    database.close();

    assertThat(parent).isEmptyDirectory();
  }

  @Test
  void keepsItsDataUnderNewPasswords(@TempDir Path folder) throws SQLException {
    int port = Ports.free();
    try (EmbeddedDatabase first = kept(folder, port)) {
      execute(first, "CREATE TABLE note AS SELECT 'kept' AS words");
    }
    try (EmbeddedDatabase second = kept(folder, port)) {
      assertThat(answer(second.access().connectAsOwner(), "SELECT words FROM note"))
          .isEqualTo("kept");
      assertThat(administratorAnswer(second, "SHOW fsync")).isEqualTo("on");
    }
    assertThat(folder.resolve("postgresql-18")).isDirectory();
  }

  @Test
  void refusesATakenPort(@TempDir Path folder) throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();

      assertThatThrownBy(() -> kept(folder, port))
          .isInstanceOf(LocalException.class)
          .hasMessageContaining("Port " + port)
          .hasMessageContaining("taken");
    }
  }

  @Test
  void refusesDataThatAnotherServerUses(@TempDir Path folder) {
    try (EmbeddedDatabase user = kept(folder, Ports.free())) {
      assertThatThrownBy(() -> kept(folder, Ports.free()))
          .isInstanceOf(LocalException.class)
          .hasMessageContaining("in use by a PostgreSQL server, process " + serverOf(user));
    }
  }

  @Test
  void forgetsAServerWhoseProcessNumberHasPassedOn(@TempDir Path folder) throws Exception {
    kept(folder, Ports.free()).close();
    Path processFile = folder.resolve("postgresql-18/data/postmaster.pid");
    Files.writeString(processFile, ProcessHandle.current().pid() + "\n");

    try (EmbeddedDatabase again = kept(folder, Ports.free())) {
      assertThat(serverOf(again)).isNotEqualTo(ProcessHandle.current().pid());
    }
  }

  @Test
  void restartsWhereItWas() throws SQLException {
    execute(shared, "CREATE TABLE reminder AS SELECT 'there' AS words");

    shared.stop();
    assertThatThrownBy(() -> shared.access().connect()).isInstanceOf(SQLException.class);
    shared.start();

    assertThat(answer(shared.access().connectAsOwner(), "SELECT words FROM reminder"))
        .isEqualTo("there");
  }

  @Test
  void answersNothingWhilePaused() throws Exception {
    try (Connection open = shared.access().connect()) {
      shared.pause();
      CompletableFuture<String> pending =
          CompletableFuture.supplyAsync(() -> uncheckedAnswer(open, "SELECT 'late'"));
      try {
        assertThat(pending)
            .failsWithin(Duration.ofMillis(500))
            .withThrowableOfType(TimeoutException.class);
      } finally {
        shared.resume();
      }

      assertThat(pending.get(10, TimeUnit.SECONDS)).isEqualTo("late");
    }
  }

  @Test
  void endsWhilePaused() {
    EmbeddedDatabase database = EmbeddedDatabase.temporary();
    long server = serverOf(database);
    database.pause();

    database.close();

    assertThat(ProcessHandle.of(server)).isEmpty();
  }

  private static EmbeddedDatabase kept(Path folder, int port) {
    return EmbeddedDatabase.kept(folder, accessOn(port), line -> {});
  }

  private static DatabaseAccess accessOn(int port) {
    return DatabaseAccess.own(Settings.load(Program.API, Optional.empty(), Map.of()), port);
  }

  private static long serverOf(EmbeddedDatabase database) {
    Path data = Path.of(administratorAnswer(database, "SHOW data_directory"));
    return new DataFolder(data).processFile().server().orElseThrow().pid();
  }

  private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
    try (Connection connection = database.access().connectAsOwner();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String administratorAnswer(EmbeddedDatabase database, String sql) {
    try {
      return answer(database.connectAsAdministrator(), sql);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static String uncheckedAnswer(Connection connection, String sql) {
    try {
      return answer(connection, sql);
    } catch (SQLException failure) {
      throw new AssertionError(failure);
    }
  }

  private static String answer(Connection connection, String sql) throws SQLException {
    try (connection;
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}

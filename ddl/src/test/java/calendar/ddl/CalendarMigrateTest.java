package calendar.ddl;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.local.process.Ports;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalendarMigrateTest {
  private final PrintStream standardError = System.err;
  private final ByteArrayOutputStream written = new ByteArrayOutputStream();

  @BeforeEach
  void capture() {
    System.setErr(new PrintStream(written, true));
  }

  @AfterEach
  void release() {
    System.setErr(standardError);
  }

  @Test
  void reportsInvalidConfigurationInOneLine(@TempDir Path folder) throws IOException {
    Path config = Files.writeString(folder.resolve("bad.yaml"), "database: {port: many}\n");

    assertThat(CalendarMigrate.run("--config=" + config)).isEqualTo(2);
    assertThat(written.toString().lines())
        .singleElement()
        .asString()
        .contains("calendar_migrate: " + config + ":1: database.port");
  }

  @Test
  void reportsMissingAnswerInOneLine(@TempDir Path folder) throws IOException {
    int nowhere = Ports.free();
    Path config =
        Files.writeString(
            folder.resolve("nowhere.yaml"), "database: {port: %d}%n".formatted(nowhere));

    assertThat(CalendarMigrate.run("--config=" + config, "--wait=1")).isEqualTo(1);
    assertThat(written.toString().lines())
        .singleElement()
        .asString()
        .contains("calendar_migrate: database calendar on localhost:" + nowhere);
  }

  @Test
  void rejectsUnknownOption() {
    assertThat(CalendarMigrate.run("--force")).isEqualTo(2);
  }
}

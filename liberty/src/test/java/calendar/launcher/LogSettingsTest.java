package calendar.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogSettingsTest {
  private static final Path FILE = Path.of("/var/log/calendar.log");

  @ParameterizedTest
  @CsvSource({"error, ERROR, *=error", "warn, WARNING, *=warning", "info, INFO, *=info"})
  void aLevelIsATraceSpecificationAndAConsoleLevel(String level, String console, String trace) {
    LogSettings log = new LogSettings(FILE, level);

    assertThat(log.consoleLevel()).isEqualTo(console);
    assertThat(log.traceSpecification()).startsWith(trace);
    assertThat(log.folder()).isEqualTo("/var/log");
    assertThat(log.messagesFile()).isEqualTo("calendar.log");
  }

  @Test
  void debugTracesOurOwnPackagesIntoTheLogFile() {
    LogSettings log = new LogSettings(FILE, "debug");

    assertThat(log.traceSpecification()).contains("calendar.*=fine").doesNotContain("*=debug");
    assertThat(log.traceFile()).isEqualTo("calendar.log");
    assertThat(log.messagesFile()).isNotEqualTo("calendar.log");
  }
}

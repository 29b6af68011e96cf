package calendar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.LogCapture;
import calendar.error.StorageUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(OS.LINUX)
class FileAuditTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00.123456Z");
  private static final String ENTRY =
      """
      {"time":"2026-11-30T08:00:00.123456Z","subject":"ann","method":"UpdateEvent","owner":"ben",\
      "id":"7","outcome":"REFUSED","reason":"ACCESS_DENIED"}
      """;

  @TempDir private Path folder;
  private final AtomicInteger lost = new AtomicInteger();
  private final LogCapture log = LogCapture.of(FileAudit.class);

  @AfterEach
  void close() {
    log.close();
  }

  @Test
  void writesOneLineOfJson() throws Exception {
    Path path = folder.resolve("audit.log");
    try (FileAudit audit = audit(path, false)) {
      audit.write(entry("ann"));
      audit.write(entry("eve\"\n\u202e"));
    }

    assertThat(Files.readString(path)).isEqualTo(ENTRY + ENTRY.replace("ann", "eve\\\"\\n\\u202e"));
    assertThat(log.entries()).isEmpty();
  }

  @Test
  void goesOnWithoutLinesUnlessTheyAreRequired() throws Exception {
    Path path = fullDisk();
    try (FileAudit audit = audit(path, false)) {
      for (int i = 0; i < 3; i++) {
        audit.requireWritable();
        audit.write(entry("ann"));
      }
      assertThat(lost).hasValue(3);
      assertThat(log.entries()).hasSize(1);
      makeSpace(path);
      audit.write(entry("ann"));
    }

    assertThat(Files.readString(path))
        .isEqualTo(
            """
            {"time":"2026-11-30T08:00:00.123456Z","subject":"system:audit","method":"LinesMissing",\
            "outcome":"OK","count":"3"}
            """
                + ENTRY);
    assertThat(log.entries()).hasSize(2);
  }

  @Test
  void refusesFurtherChangesIfLinesAreRequired() throws Exception {
    Path path = fullDisk();
    try (FileAudit audit = audit(path, true)) {
      assertThatCode(audit::requireWritable).doesNotThrowAnyException();
      assertThatThrownBy(() -> audit.write(entry("ann")))
          .isInstanceOf(StorageUnavailableException.class);
      assertThatThrownBy(audit::requireWritable).isInstanceOf(StorageUnavailableException.class);

      makeSpace(path);

      assertThatCode(audit::requireWritable).doesNotThrowAnyException();
      audit.write(entry("ann"));
      assertThat(Files.readString(path)).contains("\"count\":\"1\"").endsWith(ENTRY);
    }
  }

  private FileAudit audit(Path path, boolean required) {
    return new FileAudit(path, required, Clock.fixed(NOW, ZoneOffset.UTC), lost::incrementAndGet);
  }

  private static AuditEntry entry(String subject) {
    return new AuditEntry(
        NOW,
        subject,
        "UpdateEvent",
        "ben",
        "7",
        Outcome.REFUSED,
        Map.of("reason", "ACCESS_DENIED", "request_id", ""));
  }

  private Path fullDisk() throws IOException {
    return Files.createSymbolicLink(folder.resolve("audit.log"), Path.of("/dev/full"));
  }

  private void makeSpace(Path path) throws IOException {
    Files.delete(path);
    Files.createSymbolicLink(path, Files.createFile(folder.resolve("space")));
  }
}

package calendar.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AuditFileTest {
  @TempDir private Path folder;
  private Path path;
  private AuditFile file;

  @BeforeEach
  void open() {
    path = folder.resolve("new/audit.log");
    file = new AuditFile(path, 100, 2);
  }

  @AfterEach
  void close() throws IOException {
    file.close();
  }

  @Test
  void lineIsInFileAtOnce() throws IOException {
    append("first");
    append("second");

    assertThat(path).hasContent("first\nsecond\n");
  }

  @Test
  void goesOnWithFileThatIsThere() throws IOException {
    append("first");
    file.close();
    append("second");

    assertThat(path).hasContent("first\nsecond\n");
  }

  @Test
  void beginsNewLineAfterOneThatWasCut() throws IOException {
    Files.createDirectories(path.getParent());
    Files.writeString(path, "first\nsec");

    append("third");

    assertThat(path).hasContent("first\nsec\nthird\n");
  }

  @Test
  void keepsAsManyFilesAsAllowed() throws IOException {
    String line = "x".repeat(98);
    for (int number = 0; number < 5; number++) {
      append(number + line);
    }

    assertThat(path).hasContent("4" + line);
    assertThat(path.resolveSibling("audit.log.1")).hasContent("3" + line);
    assertThat(path.resolveSibling("audit.log.2")).hasContent("2" + line);
    try (var files = Files.list(path.getParent())) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void beginsNewFileIfSomebodyMovedIt() throws IOException {
    append("first");
    Path moved = Files.move(path, folder.resolve("moved"));
    append("second");
    Files.delete(path);
    append("third");

    assertThat(moved).hasContent("first\n");
    assertThat(path).hasContent("third\n");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void othersCannotReadIt() throws IOException {
    append("first");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-r-----");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void failsIfDiskIsFull() {
    AuditFile full = new AuditFile(Path.of("/dev/full"), 100, 2);

    assertThatThrownBy(() -> full.append("first".getBytes(UTF_8))).isInstanceOf(IOException.class);
  }

  @Test
  void manyThreadsWriteWholeLines() throws Exception {
    AuditFile large = new AuditFile(path, 1_000_000, 2);
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> writers = new ArrayList<>();
    List<String> expected = IntStream.range(0, 8_000).mapToObj(i -> "line " + i).toList();
    for (String line : expected) {
      writers.add(
          threads.submit(
              () -> {
                large.append(line.getBytes(UTF_8));
                return null;
              }));
    }
    for (Future<?> writer : writers) {
      writer.get();
    }
    threads.shutdown();
    large.close();

    assertThat(Files.readAllLines(path)).containsExactlyInAnyOrderElementsOf(expected);
  }

  private void append(String line) throws IOException {
    file.append(line.getBytes(UTF_8));
  }
}

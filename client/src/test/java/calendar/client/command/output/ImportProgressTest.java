package calendar.client.command.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** The progress of an import on a terminal. */
class ImportProgressTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE);

  @Test
  void showsPercentOnATerminal() {
    assertThat(
            onTerminal(
                progress -> {
                  progress.progressed(0, 0);
                  progress.progressed(250, 1000);
                }))
        .isEqualTo("\r\u001b[2K25 % (250 of 1000)\r\u001b[2K");
  }

  @Test
  void showsProgressTenTimesASecond() {
    assertThat(
            onTerminal(
                progress -> {
                  progress.progressed(0, 3);
                  nanos.addAndGet(99_999_999);
                  progress.progressed(1, 3);
                  nanos.addAndGet(1);
                  progress.progressed(2, 3);
                  progress.progressed(3, 3);
                }))
        .isEqualTo("\r\u001b[2K0 % (0 of 3)\r\u001b[2K66 % (2 of 3)\r\u001b[2K");
  }

  private String onTerminal(Consumer<ImportProgress> work) {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    // A buffered stream shows whether the code flushes.
    PrintStream terminal =
        new PrintStream(new BufferedOutputStream(screen), false, StandardCharsets.UTF_8);
    try (ImportProgress progress = new ImportProgress(terminal, nanos::get)) {
      work.accept(progress);
    }
    return screen.toString(StandardCharsets.UTF_8);
  }
}

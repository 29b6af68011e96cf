package calendar.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessFilesTest {
  @Test
  void readsTimesBehindANameWithAnything(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("stat"), "7 (a) b (c)) S 1 7 7 0 -1 4194560 1 2 3 4 120 30 500 50 20 0 9\n");
    ProcessFiles process = new ProcessFiles(folder);

    assertThat(process.processorTime()).isEqualTo(Duration.ofMillis(1_500));
    assertThat(process.processorTimeWithEndedChildren()).isEqualTo(Duration.ofMillis(7_000));
  }

  @Test
  void readsMemoryAndThreads(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("status"), "Name:\tjava\nVmRSS:\t  250000 kB\nThreads:\t42\n");
    ProcessFiles process = new ProcessFiles(folder);

    assertThat(process.residentMegabytes()).isEqualTo(256);
    assertThat(process.threads()).isEqualTo(42);
  }

  @Test
  void countsTheSocketsOfALivingProcess() throws IOException {
    ProcessFiles self = ProcessFiles.of(ProcessHandle.current());
    // The first one has Java open others.
    new ServerSocket(0).close();
    long before = self.sockets();
    try (ServerSocket socket = new ServerSocket(0)) {
      assertThat(self.sockets()).isEqualTo(before + 1).isLessThan(before + socket.getLocalPort());
    }
  }
}

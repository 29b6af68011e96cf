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

    assertThat(process.processorTimeOfEndedChildren()).isEqualTo(Duration.ofMillis(5_500));
  }

  @Test
  void readsMemoryAndThreads(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("status"),
        "Name:\tjava\nVmHWM:\t  375000 kB\nVmRSS:\t  250000 kB\nThreads:\t42\n");
    ProcessFiles process = new ProcessFiles(folder);

    assertThat(process.residentMegabytes()).isEqualTo(256);
    assertThat(process.peakMegabytes()).isEqualTo(384);
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

  @Test
  void forgetsAnEarlierPeak() throws IOException {
    Process shell =
        new ProcessBuilder(
                "sh", "-c", "x=$(head -c 50000000 /dev/zero | tr '\\0' a); x=; echo; read y")
            .start();
    try {
      shell.inputReader().readLine();
      ProcessFiles files = ProcessFiles.of(shell.toHandle());
      double before = files.peakMegabytes();
      files.forgetPeak();

      assertThat(before).isGreaterThan(50);
      assertThat(files.peakMegabytes()).isLessThan(50);
    } finally {
      shell.destroyForcibly();
    }
  }
}

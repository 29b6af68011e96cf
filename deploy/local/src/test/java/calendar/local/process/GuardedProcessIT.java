package calendar.local.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GuardedProcessIT {
  /** Lasts until a signal comes, which it minds at once. */
  private static final String WAIT = "while :; do sleep 0.1; done";

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @Test
  void tellsWhatTheProgramWroteAndHowItEnded() {
    try (GuardedProcess process = start("echo out; echo err >&2; exit 3")) {
      assertThat(process.waitFor()).isEqualTo(3);
      assertThat(process.lastLines()).containsExactly("out", "err");
      assertThat(process.isAlive()).isFalse();
    }
  }

  @Test
  void remembersTheLastLinesOnly() {
    try (GuardedProcess process = start("seq 1 50")) {
      process.waitFor();
      assertThat(process.lastLines()).hasSize(20).startsWith("31").endsWith("50");
    }
  }

  @Test
  void stopsTheProgramByItsSignal() throws InterruptedException {
    GuardedProcess process = start("trap 'echo bye; exit 7' TERM; echo ready; " + WAIT);
    awaitLine("ready");

    process.close();

    assertThat(process.waitFor()).isEqualTo(7);
    assertThat(process.lastLines()).containsExactly("ready", "bye");
  }

  @Test
  void killsWhatDoesNotStop() throws InterruptedException {
    GuardedProcess process = start("trap '' TERM; echo ready; " + WAIT);
    awaitLine("ready");

    process.close();

    assertThat(process.waitFor()).isEqualTo(128 + 9);
  }

  @Test
  void stopsWhatTheProgramStartedToo() throws InterruptedException {
    GuardedProcess process = start("sleep 1000 & echo $!; wait");
    long grandchild = Long.parseLong(nextLine());

    process.close();

    Eventually.assertGone(grandchild);
  }

  @Test
  void isOutOfReachOfCtrlC() throws IOException, InterruptedException {
    try (GuardedProcess process = start("echo $$; " + WAIT)) {
      long program = Long.parseLong(nextLine());
      String ownGroup = group(ProcessHandle.current().pid());

      assertThat(group(program)).isNotEqualTo(ownGroup);
      assertThat(process.isAlive()).isTrue();
    }
  }

  @Test
  void doesNotOutliveAStarterThatIsKilled() throws IOException, InterruptedException {
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Starter.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = starter.inputReader()) {
      long program = Long.parseLong(output.readLine());
      assertThat(ProcessHandle.of(program)).isPresent();

      starter.destroyForcibly().waitFor();

      Eventually.assertGone(program);
    } finally {
      starter.destroyForcibly();
    }
  }

  @Test
  void saysWhatCannotBeStarted() {
    try (GuardedProcess process =
        GuardedProcess.start(command(List.of("/no/such/program")), lines::add)) {
      assertThat(process.waitFor()).isNotZero();
      assertThat(process.lastLines()).last().asString().contains("/no/such/program");
    }
    GuardedCommand nowhere =
        new GuardedCommand(
            List.of("true"), System.getenv(), Path.of("/no/such"), "TERM", Duration.ofSeconds(1));
    assertThatThrownBy(() -> GuardedProcess.start(nowhere, lines::add))
        .isInstanceOf(LocalException.class)
        .hasMessageContaining("/no/such");
  }

  /** Starts a program, tells its process number and waits to be killed. */
  static final class Starter {
    private Starter() {}

    public static void main(String[] arguments) {
      GuardedProcess.start(shell("echo $$; " + WAIT), System.out::println).waitFor();
    }
  }

  private GuardedProcess start(String script) {
    return GuardedProcess.start(shell(script), lines::add);
  }

  private static GuardedCommand shell(String script) {
    return command(List.of("sh", "-c", script));
  }

  private static GuardedCommand command(List<String> words) {
    return new GuardedCommand(words, System.getenv(), Path.of(""), "TERM", Duration.ofSeconds(2));
  }

  private void awaitLine(String line) throws InterruptedException {
    assertThat(nextLine()).isEqualTo(line);
  }

  private String nextLine() throws InterruptedException {
    return lines.poll(20, TimeUnit.SECONDS);
  }

  /** The fifth field of what the system tells of a process; the second is its name, in (). */
  private static String group(long process) throws IOException {
    String fields = Files.readString(Path.of("/proc/%d/stat".formatted(process)));
    return fields.substring(fields.lastIndexOf(')')).split(" ")[3];
  }
}

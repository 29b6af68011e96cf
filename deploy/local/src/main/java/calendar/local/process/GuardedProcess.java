package calendar.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A running program that ends when this process does, even if this process is killed: a shell
 * stands between the two and stops the program once the pipe from here breaks.
 *
 * <p>Safe for use by several threads.
 */
public final class GuardedProcess implements AutoCloseable {
  private static final int REMEMBERED_LINES = 20;

  private final Process guard;
  private final Thread reader;
  private final Queue<String> lastLines = new ArrayBlockingQueue<>(REMEMBERED_LINES);
  private final CompletableFuture<Long> program = new CompletableFuture<>();

  private GuardedProcess(Process guard, Consumer<String> lines) {
    this.guard = guard;
    this.reader = new Thread(() -> read(lines), "output of " + guard.pid());
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a program.
   *
   * @param lines receives each line that the program writes to standard output or error, on a
   *     separate thread
   * @throws LocalException if there is no such program
   */
  public static GuardedProcess start(GuardedCommand command, Consumer<String> lines) {
    String guard = Commands.script("process/guard.sh");
    List<String> words = new ArrayList<>(List.of("sh", "-c", guard, "guard"));
    words.add(command.stopSignal());
    words.add(Long.toString(command.stopLimit().toSeconds()));
    words.addAll(command.words());
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.directory(command.folder().toAbsolutePath().toFile());
    builder.environment().keySet().retainAll(List.of("PATH"));
    builder.environment().putAll(command.environment());
    return new GuardedProcess(
        Attempt.to("start " + command.words().get(0), () -> builder.start()), lines);
  }

  /** The program itself, not the shell before it. */
  public ProcessHandle process() {
    return ProcessHandle.of(program.join())
        .orElseThrow(() -> new LocalException("the program has ended"));
  }

  /**
   * Sends a signal to the program and then to all processes that it has started. It is no error if
   * they have ended.
   *
   * @param name such as STOP
   */
  public void signal(String name) {
    ProcessHandle.of(program.join())
        .ifPresent(
            root -> {
              send(name, Stream.of(root));
              // Only now: a root that has stopped starts no more of them.
              send(name, root.descendants());
            });
  }

  /** Ends the program as a crash would (SIGKILL), and waits until it has ended. */
  public void kill() {
    signal("KILL");
    waitFor();
  }

  /** Completes when the program ends, with its exit status. */
  public CompletableFuture<Integer> onEnd() {
    return guard.onExit().thenApply(Process::exitValue);
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return guard.isAlive();
  }

  /** Waits for the end of the program and of its output, and returns its exit status. */
  public int waitFor() {
    return Attempt.to(
        "wait for the end of a program",
        () -> {
          int status = guard.waitFor();
          reader.join();
          return status;
        });
  }

  /** The newest lines that it wrote, oldest first, at most 20. */
  public List<String> lastLines() {
    return List.copyOf(lastLines);
  }

  /** Stops the program, if it still runs, and waits until it has ended. */
  @Override
  public void close() {
    try {
      guard.getOutputStream().close();
    } catch (IOException alreadyGone) {
      // It has ended by itself.
    }
    waitFor();
  }

  private void read(Consumer<String> lines) {
    try (BufferedReader output = guard.inputReader(UTF_8)) {
      program.complete(Long.valueOf(output.readLine()));
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        remember(line);
        lines.accept(line);
      }
    } catch (IOException | NumberFormatException closed) {
      program.completeExceptionally(closed);
      remember("(its output broke off: " + closed.getMessage() + ")");
    }
  }

  private void remember(String line) {
    while (!lastLines.offer(line)) {
      lastLines.remove();
    }
  }

  private static void send(String signal, Stream<ProcessHandle> processes) {
    String ids = processes.map(each -> Long.toString(each.pid())).collect(Collectors.joining(" "));
    // The shell's own kill: not every system has a program of that name.
    Commands.run(List.of("sh", "-c", "kill -s %s %s 2>/dev/null; :".formatted(signal, ids)));
  }
}

package calendar.local.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

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
  private final Deque<String> lastLines = new ArrayDeque<>();
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
    List<String> words =
        new ArrayList<>(
            List.of("sh", "-c", Scripts.read(GuardedProcess.class, "guard.sh"), "guard"));
    words.add(command.stopSignal());
    words.add(Long.toString(command.stopLimit().toSeconds()));
    words.addAll(command.words());
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.directory(command.folder().toAbsolutePath().toFile());
    builder.environment().clear();
    builder.environment().putAll(command.environment());
    try {
      return new GuardedProcess(builder.start(), lines);
    } catch (IOException failure) {
      throw new LocalException(
          "%s cannot be started: %s".formatted(command.words().get(0), failure.getMessage()),
          failure);
    }
  }

  /** The program itself, not the shell before it. */
  public ProcessHandle process() {
    return ProcessHandle.of(program.join())
        .orElseThrow(() -> new LocalException("the program has ended"));
  }

  /**
   * Sends a signal to the program and to those of its processes that are in its group.
   *
   * @param name such as KILL
   */
  public void signal(String name) {
    Signals.sendToGroup(name, program.join());
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

  /**
   * Waits until the program is ready. Stops it if it is not ready in time.
   *
   * @param name names the program in messages
   * @throws LocalException if the program ends instead, with its last lines, or is too late
   */
  public void awaitReady(String name, Duration limit, Callable<Boolean> isReady) {
    try {
      Await.until(
          name + " is ready",
          limit,
          () -> {
            if (!isAlive()) {
              throw new LocalException(
                  "%s ended at its start with status %d:%n%s"
                      .formatted(name, waitFor(), String.join("\n", lastLines())));
            }
            return isReady.call();
          });
    } catch (LocalException failure) {
      close();
      throw failure;
    }
  }

  /** Waits for the end of the program and of its output, and returns its exit status. */
  public int waitFor() {
    try {
      int status = guard.waitFor();
      reader.join();
      return status;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new LocalException("interrupted while waiting for a program to end", interrupted);
    }
  }

  /** The newest lines that it wrote, oldest first, at most 20. */
  public List<String> lastLines() {
    synchronized (lastLines) {
      return List.copyOf(lastLines);
    }
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
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(guard.getInputStream(), UTF_8))) {
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
    synchronized (lastLines) {
      lastLines.add(line);
      if (lastLines.size() > REMEMBERED_LINES) {
        lastLines.remove();
      }
    }
  }
}

package calendar.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A server that is a {@link GuardedProcess}.
 *
 * <p>Not safe for use by several threads, but for {@link #isAlive} and {@link #awaitEnd}.
 */
public abstract class GuardedServer implements Server {
  private final String name;
  private final Duration startLimit;
  private final WorkFolder folder;
  private final Consumer<String> lines;
  private volatile GuardedProcess process;

  /**
   * A server that does not run yet.
   *
   * @param name names it in messages
   * @param startLimit the longest time from its start until it is ready
   * @param lines receives each line that it writes
   */
  protected GuardedServer(
      String name, Duration startLimit, WorkFolder folder, Consumer<String> lines) {
    this.name = name;
    this.startLimit = startLimit;
    this.folder = folder;
    this.lines = lines;
  }

  /** Prepares a start, and returns the command for it. */
  protected abstract GuardedCommand prepare();

  /** Returns true if the running server is ready for work. */
  protected abstract boolean isReady();

  @Override
  public void start() {
    begin();
    awaitReady();
  }

  /** Starts it as {@link #start} does, but does not wait for it. */
  public final void begin() {
    process = GuardedProcess.start(prepare(), lines);
  }

  /**
   * Waits until it is ready for work. Stops it if that takes too long.
   *
   * @throws LocalException if it ends instead, with its last lines, or is too late
   */
  public final void awaitReady() {
    try {
      Await.until(name + " is ready", startLimit, this::isUp);
    } catch (LocalException failure) {
      stop();
      throw failure;
    }
  }

  @Override
  public void stop() {
    if (process != null) {
      process.close();
    }
  }

  @Override
  public final void kill() {
    process.kill();
  }

  @Override
  public final void pause() {
    process.signal("STOP");
  }

  @Override
  public final void resume() {
    process.signal("CONT");
  }

  @Override
  public final void close() {
    stop();
    folder.close();
  }

  @Override
  public final Path folder() {
    return folder.path();
  }

  /** Returns its first process, which may have started others. */
  public final ProcessHandle process() {
    return process.process();
  }

  /** Returns true if it runs. */
  public final boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it ends, and returns its exit status. */
  public final int awaitEnd() {
    return process.waitFor();
  }

  /** Completes when it ends, with a sentence about that. */
  public final CompletableFuture<String> onEnd() {
    return process
        .onEnd()
        .thenApply(status -> "%s has ended with status %d.".formatted(name, status));
  }

  /** The newest lines that it wrote, oldest first, at most 20. */
  public final List<String> lastLines() {
    return process.lastLines();
  }

  private boolean isUp() {
    if (!isAlive()) {
      throw new LocalException(
          "%s ended at its start with status %d:%n%s"
              .formatted(name, awaitEnd(), String.join("\n", lastLines())));
    }
    return isReady();
  }
}

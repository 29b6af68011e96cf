package calendar.local.stack;

import calendar.local.process.Await;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * A server of the distribution, running. It ends with this process at the latest.
 *
 * <p>Not safe for use by several threads, but for {@link #isAlive} and {@link #awaitEnd}.
 */
public final class ServiceProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration PROBE_LIMIT = Duration.ofSeconds(5);

  private final Service service;
  private final Consumer<String> lines;
  private volatile GuardedProcess process;

  private ServiceProcess(Service service, Consumer<String> lines) {
    this.service = service;
    this.lines = lines;
  }

  /**
   * One that does not run yet.
   *
   * @param lines is told every line that it writes
   */
  static ServiceProcess of(Service service, Consumer<String> lines) {
    return new ServiceProcess(service, lines);
  }

  /**
   * Starts it again after {@link #stop} or {@link #kill}, where it was. Returns once it is ready.
   *
   * @throws LocalException as {@link #awaitReady} does
   */
  public void start() {
    begin();
    awaitReady();
  }

  /** Starts it as {@link #start} does, but does not wait for it. */
  public void begin() {
    process =
        GuardedProcess.start(
            new GuardedCommand(
                service.command(), service.environment(), service.folder(), "TERM", STOP_LIMIT),
            lines);
  }

  /**
   * Waits until it is ready for work.
   *
   * @throws LocalException if it ends instead, with its last lines, or is not ready in two minutes;
   *     then it is stopped
   */
  public void awaitReady() {
    try {
      Await.until(service.name() + " is ready", START_LIMIT, this::isReady);
    } catch (LocalException failure) {
      stop();
      throw failure;
    }
  }

  /** Stops it in an orderly way (SIGTERM), and by force if that takes longer than 30 seconds. */
  public void stop() {
    if (process != null) {
      process.close();
    }
  }

  /** Ends it as a crash would (SIGKILL). Returns when it has ended. */
  public void kill() {
    process.kill();
  }

  /** Freezes it (SIGSTOP): its connections stay open, its clocks go on. */
  public void pause() {
    process.signal("STOP");
  }

  /** Lets it go on after {@link #pause} (SIGCONT). */
  public void resume() {
    process.signal("CONT");
  }

  /** The server's process, which has the memory and the processor time that it takes. */
  public ProcessHandle process() {
    return process.process();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits until it ends and returns its exit status. */
  public int awaitEnd() {
    return process.waitFor();
  }

  /** Completes when it ends, with what is to be said about that. */
  CompletableFuture<String> onEnd() {
    return process
        .onEnd()
        .thenApply(status -> "%s has ended with status %d.".formatted(service.name(), status));
  }

  /** Where its web server answers: health at {@code /health}, metrics at {@code /metrics}. */
  public URI http() {
    return service.http();
  }

  /** The newest lines that it wrote, oldest first, at most 20. */
  public List<String> lastLines() {
    return process.lastLines();
  }

  @Override
  public void close() {
    stop();
  }

  private boolean isReady() {
    if (!process.isAlive()) {
      int status = process.waitFor();
      throw new LocalException(
          "%s ended at its start with status %d:%n%s"
              .formatted(service.name(), status, String.join("\n", process.lastLines())));
    }
    try {
      return answer(service.readiness()) == HttpURLConnection.HTTP_OK;
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int answer(URI address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setConnectTimeout((int) PROBE_LIMIT.toMillis());
    connection.setReadTimeout((int) PROBE_LIMIT.toMillis());
    try {
      return connection.getResponseCode();
    } finally {
      connection.disconnect();
    }
  }
}

package calendar.local.stack;

import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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

  private final String name;
  private final GuardedCommand command;
  private final URI http;
  private final Consumer<String> lines;
  private volatile GuardedProcess process;

  /**
   * A server that does not run yet.
   *
   * @param name for messages, such as {@code calendar_api}
   * @param environment all of its environment: nothing is inherited
   * @param folder the folder that relative paths in its configuration start from
   * @param http where its web server answers
   * @param lines receives each line that it writes
   */
  ServiceProcess(
      String name,
      List<String> words,
      Map<String, String> environment,
      Path folder,
      URI http,
      Consumer<String> lines) {
    this.name = name;
    this.command = new GuardedCommand(words, environment, folder, "TERM", STOP_LIMIT);
    this.http = http;
    this.lines = lines;
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
    process = GuardedProcess.start(command, lines);
  }

  /**
   * Waits until it is ready for work. Stops it if it is not ready within five minutes.
   *
   * @throws LocalException if it ends instead, with its last lines, or is too late
   */
  public void awaitReady() {
    process.awaitReady(name, START_LIMIT, this::isReady);
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
        .thenApply(status -> "%s has ended with status %d.".formatted(name, status));
  }

  /** Where its web server answers: health at {@code /health}, metrics at {@code /metrics}. */
  public URI http() {
    return http;
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
    try {
      return answer(http.resolve("/health/ready")) == HttpURLConnection.HTTP_OK;
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

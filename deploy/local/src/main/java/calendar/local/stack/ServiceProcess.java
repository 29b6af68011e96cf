package calendar.local.stack;

import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedServer;
import calendar.local.process.WorkFolder;
import java.io.IOException;
import java.net.URI;
import java.net.URLConnection;
import java.time.Duration;
import java.util.function.Consumer;

/** A server of the distribution. */
public final class ServiceProcess extends GuardedServer {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);
  private static final int PROBE_MILLIS = 5_000;

  private final GuardedCommand command;
  private final URI http;

  /**
   * A server that does not run yet.
   *
   * @param name for messages, such as {@code calendar_api}
   * @param http where its web server answers
   * @param lines receives each line that it writes
   */
  ServiceProcess(String name, GuardedCommand command, URI http, Consumer<String> lines) {
    super(name, START_LIMIT, new WorkFolder(command.folder(), false), lines);
    this.command = command;
    this.http = http;
  }

  /** Where its web server answers: health at {@code /health}, metrics at {@code /metrics}. */
  public URI http() {
    return http;
  }

  @Override
  protected GuardedCommand prepare() {
    return command;
  }

  @Override
  protected boolean isReady() {
    try {
      URLConnection connection = http.resolve("/health/ready").toURL().openConnection();
      connection.setConnectTimeout(PROBE_MILLIS);
      connection.setReadTimeout(PROBE_MILLIS);
      // It fails on a status of an error.
      connection.getInputStream().close();
      return true;
    } catch (IOException notYet) {
      return false;
    }
  }
}

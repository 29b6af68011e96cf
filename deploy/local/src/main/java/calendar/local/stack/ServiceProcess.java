package calendar.local.stack;

import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedServer;
import calendar.local.process.WorkFolder;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/** A server of the distribution. */
public final class ServiceProcess extends GuardedServer {
  private static final Duration START_LIMIT = Duration.ofMinutes(5);

  private final GuardedCommand command;
  private final HealthProbe health;

  /**
   * A server that does not run yet.
   *
   * @param name for messages, such as {@code calendar_api}
   * @param health asks its web server
   * @param lines receives each line that it writes
   */
  ServiceProcess(String name, GuardedCommand command, HealthProbe health, Consumer<String> lines) {
    super(name, START_LIMIT, new WorkFolder(command.folder(), false), lines);
    this.command = command;
    this.health = health;
  }

  /** Where its web server answers: health at {@code /health}, metrics at {@code /metrics}. */
  public URI http() {
    return health.http();
  }

  @Override
  protected GuardedCommand prepare() {
    return command;
  }

  @Override
  protected boolean isReady() {
    return health.isReady();
  }
}

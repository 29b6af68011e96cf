package calendar.local.broker;

import calendar.local.process.GuardedServer;
import calendar.local.process.WorkFolder;
import java.time.Duration;
import java.util.function.Consumer;

/** A broker that is one process of this machine. */
abstract class BrokerProcess extends GuardedServer implements OwnBroker {
  static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private static final Duration START_LIMIT = Duration.ofSeconds(90);

  private final int port;

  /** A broker that does not run yet. */
  BrokerProcess(String name, WorkFolder folder, int port, Consumer<String> output) {
    super(name, START_LIMIT, folder, output);
    this.port = port;
  }

  @Override
  public final BrokerAccess access() {
    return BrokerAccess.ofGuest(port);
  }

  @Override
  protected boolean isReady() {
    return access().answers();
  }
}

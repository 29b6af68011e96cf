package calendar.bdd.system;

import calendar.bdd.entrance.Entrance;
import calendar.local.process.Resources;
import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import java.util.Map;
import java.util.Optional;

/**
 * The system under test. The environment variables CALENDAR_API_GRPC and CALENDAR_API_HTTP, each
 * HOST:PORT, name it; {@link Entrance#of} has those for TLS and tokens. Without them, starts a
 * system on this machine.
 */
public final class RunningSystem implements AutoCloseable {
  private static final String GRPC = "CALENDAR_API_GRPC";
  private static final String HTTP = "CALENDAR_API_HTTP";

  private final Optional<LocalStack> own;
  private final PrintedReminders printed;
  private final Entrance entrance;
  private final Resources resources;

  /**
   * @param resources are closed after the entrance
   */
  RunningSystem(
      Optional<LocalStack> own, PrintedReminders printed, Entrance entrance, Resources resources) {
    this.own = own;
    this.printed = printed;
    this.entrance = entrance;
    this.resources = resources;
    resources.add(entrance::close);
  }

  static RunningSystem start() {
    String grpc = System.getenv(GRPC);
    String http = System.getenv(HTTP);
    if ((grpc == null) != (http == null)) {
      throw new IllegalStateException("set both %s and %s, or neither".formatted(GRPC, HTTP));
    }
    if (grpc != null) {
      return new RunningSystem(
          Optional.empty(),
          new PrintedReminders(),
          Entrance.of(grpc, http, System.getenv()),
          new Resources());
    }
    PrintedReminders printed = new PrintedReminders();
    Resources resources = new Resources();
    LocalStack stack =
        LocalStack.start(
            StackOptions.temporary()
                .withEnvironment(Map.of("CALENDAR_SCHEDULER_RETENTION", "36500d"))
                .withQuickStarts()
                .withReminderLines(printed::saw));
    resources.add(stack::close);
    return new RunningSystem(
        Optional.of(stack), printed, Entrance.open(stack.grpcAddress(), stack.http()), resources);
  }

  /** Returns true if this test run started the system from the local distribution. */
  public boolean isOwn() {
    return own.isPresent();
  }

  /** The local programs. Fails if the system runs elsewhere. */
  public LocalStack programs() {
    return own.orElseThrow();
  }

  /** The lines printed by the local senders. */
  public PrintedReminders printed() {
    return printed;
  }

  /** How steps call it. */
  public Entrance entrance() {
    return entrance;
  }

  @Override
  public void close() {
    resources.close();
  }
}

package calendar.bdd.system;

import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import io.grpc.ManagedChannel;
import io.grpc.netty.NettyChannelBuilder;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * The system under test. The environment variables CALENDAR_API_GRPC and CALENDAR_API_HTTP, each
 * HOST:PORT, name it. Without them, starts a system on this machine.
 */
public final class RunningSystem implements AutoCloseable {
  private static final String GRPC = "CALENDAR_API_GRPC";
  private static final String HTTP = "CALENDAR_API_HTTP";

  private final Optional<LocalStack> own;
  private final PrintedReminders printed;
  private final ManagedChannel channel;
  private final URI http;

  private RunningSystem(Optional<LocalStack> own, PrintedReminders printed, String grpc, URI http) {
    this.own = own;
    this.printed = printed;
    this.channel = NettyChannelBuilder.forTarget(grpc).usePlaintext().build();
    this.http = http;
  }

  static RunningSystem start() {
    String grpc = System.getenv(GRPC);
    String http = System.getenv(HTTP);
    if ((grpc == null) != (http == null)) {
      throw new IllegalStateException("set both %s and %s, or neither".formatted(GRPC, HTTP));
    }
    if (grpc != null) {
      return new RunningSystem(
          Optional.empty(), new PrintedReminders(), grpc, URI.create("http://" + http));
    }
    PrintedReminders printed = new PrintedReminders();
    LocalStack stack =
        LocalStack.start(
            StackOptions.temporary()
                .withEnvironment(Map.of("CALENDAR_SCHEDULER_RETENTION", "36500d"))
                .withQuickStarts()
                .withReminderLines(printed::saw));
    return new RunningSystem(Optional.of(stack), printed, stack.grpcAddress(), stack.http());
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

  public ManagedChannel channel() {
    return channel;
  }

  public URI page(String path) {
    return http.resolve(path);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    own.ifPresent(LocalStack::close);
  }
}

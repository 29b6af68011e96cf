package calendar.bdd.system;

import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * The system under test. The environment variables CALENDAR_API_GRPC and CALENDAR_API_HTTP, each
 * HOST:PORT, name it. If it speaks TLS, CALENDAR_TEST_CA is the file with the certificate of its
 * authority; if it asks callers who they are, see {@link ServiceAccount}. Without the first two,
 * starts a system on this machine, on demand one with TLS and tokens.
 */
public final class RunningSystem implements AutoCloseable {
  private static final String GRPC = "CALENDAR_API_GRPC";
  private static final String HTTP = "CALENDAR_API_HTTP";
  private static final String AUTHORITY = "CALENDAR_TEST_CA";

  private final Optional<LocalStack> own;
  private final PrintedReminders printed;
  private final ManagedChannel channel;
  private final URI http;
  private final Optional<Path> authority;
  private final Tokens tokens;
  private final SeenCalls seen = new SeenCalls();

  private RunningSystem(
      Optional<LocalStack> own,
      PrintedReminders printed,
      String grpc,
      URI http,
      Optional<Path> authority,
      Tokens tokens) {
    this.own = own;
    this.printed = printed;
    this.http = http;
    this.authority = authority;
    this.tokens = tokens;
    this.channel = channel(grpc);
  }

  private ManagedChannel channel(String grpc) {
    NettyChannelBuilder channel =
        NettyChannelBuilder.forTarget(grpc).intercept(seen, new CallerTokens(tokens));
    if (authority.isEmpty()) {
      return channel.usePlaintext().build();
    }
    try {
      return channel
          .sslContext(GrpcSslContexts.forClient().trustManager(authority.get().toFile()).build())
          .build();
    } catch (SSLException unusable) {
      throw new IllegalArgumentException(unusable);
    }
  }

  /** A system with TLS on its ports, which asks callers who they are. Without reminders. */
  static RunningSystem startSecure() {
    SecureStack security = new SecureStack();
    LocalStack stack =
        LocalStack.start(
            StackOptions.temporary()
                .withReminders(Reminders.NONE)
                .withEnvironment(security.environment())
                .withQuickStarts());
    return new RunningSystem(
        Optional.of(stack),
        new PrintedReminders(),
        stack.grpcAddress(),
        stack.http(),
        Optional.of(security.authority()),
        security);
  }

  static RunningSystem start() {
    String grpc = System.getenv(GRPC);
    String http = System.getenv(HTTP);
    if ((grpc == null) != (http == null)) {
      throw new IllegalStateException("set both %s and %s, or neither".formatted(GRPC, HTTP));
    }
    if (grpc != null) {
      Optional<Path> authority = Optional.ofNullable(System.getenv(AUTHORITY)).map(Path::of);
      return new RunningSystem(
          Optional.empty(),
          new PrintedReminders(),
          grpc,
          URI.create((System.getenv(AUTHORITY) == null ? "http://" : "https://") + http),
          authority,
          ServiceAccount.named(System.getenv(), authority));
    }
    PrintedReminders printed = new PrintedReminders();
    LocalStack stack =
        LocalStack.start(
            StackOptions.temporary()
                .withEnvironment(Map.of("CALENDAR_SCHEDULER_RETENTION", "36500d"))
                .withQuickStarts()
                .withReminderLines(printed::saw));
    return new RunningSystem(
        Optional.of(stack),
        printed,
        stack.grpcAddress(),
        stack.http(),
        Optional.empty(),
        Tokens.NONE);
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

  /** What the features called, except by the client program. */
  SeenCalls seen() {
    return seen;
  }

  /** The options with which the client program calls for a caller. */
  List<String> clientOptions(String caller) {
    List<String> options = new ArrayList<>(List.of("--address=" + channel.authority()));
    authority.ifPresent(file -> options.add("--ca=" + file));
    tokens.of(caller).ifPresent(token -> options.add("--token=" + token));
    return options;
  }

  public URI page(String path) {
    return http.resolve(path);
  }

  @Override
  public void close() {
    channel.shutdownNow();
    own.ifPresent(LocalStack::close);
    if (tokens instanceof SecureStack security) {
      security.close();
    }
  }
}

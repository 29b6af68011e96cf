package calendar.bench.steady;

import calendar.client.Address;
import calendar.client.TokenSource;
import calendar.client.token.ClientCredentials;
import calendar.client.token.TokenFile;
import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Makes steady calls to a calendar that runs, and prints how many failed. Exit status: 0 if none
 * did, 1 if one did, 2 if an option is wrong.
 */
@Command(
    name = "steady",
    description =
        "Makes calls at a steady rate over TLS, some on new connections, and counts failures.")
public final class SteadyCommand implements Callable<Integer> {
  private static final long TOKEN_SECONDS = 2;

  @Option(names = "--grpc", required = true, description = "HOST:PORT, with TLS.")
  private String grpc;

  @Option(names = "--https", description = "https://HOST:PORT/ for health checks.")
  private Optional<URI> https = Optional.empty();

  @Option(
      names = "--ca",
      required = true,
      description = "The authority to trust, in PEM, also at --token-url.")
  private Path authority;

  @Option(names = "--subject", required = true, description = "The subject of the tokens.")
  private String subject;

  @Option(names = "--token-file", description = "A file with a token, read every 2 seconds.")
  private Optional<Path> tokenFile = Optional.empty();

  @Option(names = "--token-url", description = "Where a new token is fetched every 2 seconds.")
  private Optional<String> tokenUrl = Optional.empty();

  @Option(names = "--client-id", description = "With --token-url.")
  private String clientId = "";

  @Option(names = "--client-secret-file", description = "With --token-url.")
  private Path clientSecretFile = Path.of("");

  @Option(names = "--seconds", description = "How long: 120 unless given.")
  private int seconds = 120;

  @Option(names = "--per-second", description = "How many calls: 500 unless given.")
  private int perSecond = 500;

  @Option(
      names = "--repeat",
      description = "Send calls again that the server has not begun, as gRPC clients usually do.")
  private boolean repeats;

  private volatile String token;

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new SteadyCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws Exception {
    if (tokenFile.isPresent() == tokenUrl.isPresent()) {
      System.err.println("expected either --token-file or --token-url");
      return 2;
    }
    token = source().token();
    ScheduledExecutorService renewal = Executors.newSingleThreadScheduledExecutor();
    renewal.scheduleWithFixedDelay(
        this::renewToken, TOKEN_SECONDS, TOKEN_SECONDS, TimeUnit.SECONDS);
    SteadyTarget target = new SteadyTarget(Address.parse(grpc), https, authority, repeats);
    try (SteadyLoad load =
        SteadyLoad.start(target, () -> new SteadyCaller(subject, token), perSecond)) {
      TimeUnit.SECONDS.sleep(seconds);
      SteadyCount count = load.stop();
      System.out.println(count);
      return count.failed() == 0 ? 0 : 1;
    } finally {
      renewal.shutdownNow();
    }
  }

  /** The old token goes on while there is no new one. */
  private void renewToken() {
    try {
      token = source().token();
    } catch (IOException | RuntimeException none) {
      System.err.println("no new token: " + none.getMessage());
    }
  }

  /** A new source for each token: one would keep its token until shortly before its end. */
  private TokenSource source() {
    return tokenUrl.isPresent()
        ? new ClientCredentials(
            tokenUrl.get(),
            clientId,
            clientSecretFile,
            TrustedAuthorities.context(Key.CLIENT_AUTH_CA, authority),
            Clock.systemUTC())
        : new TokenFile(tokenFile.orElseThrow());
  }
}

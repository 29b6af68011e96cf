package calendar.bdd.entrance;

import calendar.config.Key;
import calendar.tls.TrustedAuthorities;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.ClientInterceptors;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where the calendar under test is, and what callers show there. Steps call it by {@link #channel},
 * {@link #http}, and the program {@code calendar_client}; all three use TLS if there is an
 * authority. Thread-safe.
 */
public final class Entrance implements AutoCloseable {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

  private final Optional<Path> authority;
  private final Tokens tokens;
  private final ManagedChannel connections;
  private final Channel channel;
  private final HttpClient http;
  private final URI web;
  private final SeenAnswers answers = new SeenAnswers();

  /**
   * @param grpc HOST:PORT
   * @param web where the web server answers
   * @param authority the PEM file of the one that is trusted; empty for plain text
   */
  public Entrance(String grpc, URI web, Optional<Path> authority, Tokens tokens) {
    this.authority = authority;
    this.tokens = tokens;
    this.web = web;
    this.http = client(authority);
    this.connections = NettyChannelBuilder.forTarget(grpc, credentials(authority)).build();
    this.channel = ClientInterceptors.intercept(connections, new CallsWithToken(tokens), answers);
  }

  /** Without TLS, to a calendar that asks nobody who they are. */
  public static Entrance open(String grpc, URI web) {
    return new Entrance(grpc, web, Optional.empty(), Tokens.NONE);
  }

  /**
   * With what the environment says. CALENDAR_TEST_CA, a PEM file, asks for TLS.
   * CALENDAR_TEST_TOKEN_URL, with CALENDAR_TEST_CLIENT_ID and CALENDAR_TEST_CLIENT_SECRET, gives
   * tokens to a service account that needs the admin scope.
   *
   * @param grpc HOST:PORT
   * @param web HOST:PORT of the web server
   */
  public static Entrance of(String grpc, String web, Map<String, String> environment) {
    Optional<Path> authority =
        Optional.ofNullable(environment.get("CALENDAR_TEST_CA")).map(Path::of);
    Tokens tokens =
        environment.containsKey("CALENDAR_TEST_TOKEN_URL")
            ? new AdminTokens(
                environment.get("CALENDAR_TEST_TOKEN_URL"),
                required(environment, "CALENDAR_TEST_CLIENT_ID"),
                required(environment, "CALENDAR_TEST_CLIENT_SECRET"),
                trust(authority))
            : Tokens.NONE;
    String scheme = authority.isPresent() ? "https://" : "http://";
    return new Entrance(grpc, URI.create(scheme + web), authority, tokens);
  }

  /** Sends a token with every call; {@link CallsWithToken} says whose. */
  public Channel channel() {
    return channel;
  }

  public HttpClient http() {
    return http;
  }

  public URI page(String path) {
    return web.resolve(path);
  }

  public Tokens tokens() {
    return tokens;
  }

  /** What {@link #channel} has answered so far. */
  public SeenAnswers answers() {
    return answers;
  }

  /** The options by which {@code calendar_client} finds the calendar. */
  public List<String> clientOptions() {
    String address = "--address=" + connections.authority();
    return authority.map(file -> List.of(address, "--ca=" + file)).orElse(List.of(address));
  }

  /** The environment in which {@code calendar_client} calls as a subject. */
  public Map<String, String> clientEnvironment(String subject) {
    return tokens.of(subject).map(token -> Map.of("CALENDAR_TOKEN", token)).orElse(Map.of());
  }

  @Override
  public void close() {
    connections.shutdownNow();
  }

  private static String required(Map<String, String> environment, String variable) {
    String value = environment.get(variable);
    if (value == null) {
      throw new IllegalStateException(
          "%s: expected a value, because CALENDAR_TEST_TOKEN_URL is set".formatted(variable));
    }
    return value;
  }

  private static ChannelCredentials credentials(Optional<Path> authority) {
    if (authority.isEmpty()) {
      return InsecureChannelCredentials.create();
    }
    try {
      return TlsChannelCredentials.newBuilder().trustManager(authority.get().toFile()).build();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the authority's file " + authority.get(), e);
    }
  }

  private static HttpClient client(Optional<Path> authority) {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT_TIMEOUT)
        .sslContext(trust(authority))
        .build();
  }

  private static SSLContext trust(Optional<Path> authority) {
    return authority
        .map(file -> TrustedAuthorities.context(Key.CLIENT_TLS_CA, file))
        .orElseGet(TrustedAuthorities::ofJava);
  }
}

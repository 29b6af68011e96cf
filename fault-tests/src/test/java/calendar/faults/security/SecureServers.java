package calendar.faults.security;

import static org.awaitility.Awaitility.await;

import calendar.bench.secure.CertificateAuthority;
import calendar.bench.secure.CertificateAuthority.ServerPair;
import calendar.bench.secure.TokenIssuer;
import calendar.bench.steady.SteadyTarget;
import calendar.client.Address;
import calendar.config.Key;
import calendar.local.process.Ports;
import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import io.grpc.ManagedChannel;
import io.grpc.netty.GrpcSslContexts;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Two APIs on one database. Both speak TLS on all ports, and know callers by their tokens. */
final class SecureServers implements AutoCloseable {
  private static final String FIRST = "calendar_api | ";
  private static final List<String> PORTS = List.of("gRPC", "HTTP");
  private static final Duration RENEWAL = Duration.ofMinutes(1);

  private final TokenIssuer issuer = new TokenIssuer();
  private final Queue<String> tlsLines = new ConcurrentLinkedQueue<>();
  private final Path certificate;
  private final Path key;
  private final CertificateAuthority authority;
  private final LocalStack stack;
  private final Address second = new Address("127.0.0.1", Ports.free());

  /**
   * Starts them.
   *
   * @param folder for certificates
   */
  SecureServers(Path folder) throws IOException {
    certificate = folder.resolve("tls.pem");
    key = folder.resolve("key.pem");
    authority = CertificateAuthority.create(folder.resolve("ca.pem"));
    ServerPair pair = authority.issue();
    writeCertificate(pair);
    writeKey(pair);
    stack =
        LocalStack.start(
            StackOptions.temporary()
                .withReminders(Reminders.NONE)
                .withEnvironment(environment())
                .withOutput(this::see)
                .withQuickStarts());
    stack.startApi(Map.of(Key.GRPC_PORT.environmentVariable(), Integer.toString(second.port())));
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(issuer.environment());
    environment.put(Key.GRPC_TLS_CERTIFICATE.environmentVariable(), certificate.toString());
    environment.put(Key.GRPC_TLS_KEY.environmentVariable(), key.toString());
    environment.put(Key.HTTP_TLS_CERTIFICATE.environmentVariable(), certificate.toString());
    environment.put(Key.HTTP_TLS_KEY.environmentVariable(), key.toString());
    return environment;
  }

  TokenIssuer issuer() {
    return issuer;
  }

  /** Where the first one is called, by gRPC and HTTPS. */
  SteadyTarget target() {
    return new SteadyTarget(
        Address.parse(stack.grpcAddress()), Optional.of(stack.http()), authority.file());
  }

  /** A connection to the first one; its user closes it. */
  ManagedChannel connectToFirst() throws IOException {
    return connect(target().grpc());
  }

  /** A connection to the second one; its user closes it. */
  ManagedChannel connectToSecond() throws IOException {
    return connect(second);
  }

  private ManagedChannel connect(Address server) throws IOException {
    return NettyChannelBuilder.forAddress(server.host(), server.port())
        .sslContext(GrpcSslContexts.forClient().trustManager(authority.file().toFile()).build())
        .build();
  }

  /**
   * Replaces certificate and key by new ones, the key only after both ports of the first server
   * have seen that it does not fit. Returns once both ports use the new ones.
   *
   * @return the new certificate in PEM, with its authority's
   */
  String renewCertificate() throws IOException {
    ServerPair pair = authority.issue();
    tlsLines.clear();
    writeCertificate(pair);
    for (String port : PORTS) {
      awaitLine("found the key of another one", port + " goes on with the certificate");
    }
    writeKey(pair);
    for (String port : PORTS) {
      awaitLine(port + " uses renewed TLS files", "");
    }
    return pair.certificate();
  }

  private void see(String line) {
    if (line.startsWith(FIRST) && (line.contains("TLS files") || line.contains("goes on with"))) {
      tlsLines.add(line);
    }
  }

  private void awaitLine(String words, String further) {
    await(words + further)
        .atMost(RENEWAL)
        .until(
            () ->
                tlsLines.stream().anyMatch(line -> line.contains(words) && line.contains(further)));
  }

  private void writeCertificate(ServerPair pair) throws IOException {
    Files.writeString(certificate, pair.certificate());
  }

  private void writeKey(ServerPair pair) throws IOException {
    Files.writeString(key, pair.key());
  }

  @Override
  public void close() {
    stack.close();
    issuer.close();
  }
}

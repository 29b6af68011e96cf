package calendar.bench.secure;

import calendar.bench.load.Connections;
import calendar.bench.secure.CertificateAuthority.ServerPair;
import calendar.client.Address;
import calendar.config.Key;
import calendar.local.process.Ports;
import calendar.local.process.WorkFolder;
import calendar.local.stack.LocalStack;
import calendar.local.stack.ServiceProcess;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.SslContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One more API on a system's database, which speaks TLS and asks its callers for tokens. */
public final class SecureApi implements AutoCloseable {
  private final WorkFolder folder;
  private final TokenIssuer issuer;
  private final CertificateAuthority authority;
  private final Address address;
  private final ServiceProcess server;

  private SecureApi(
      WorkFolder folder,
      TokenIssuer issuer,
      CertificateAuthority authority,
      Address address,
      ServiceProcess server) {
    this.folder = folder;
    this.issuer = issuer;
    this.authority = authority;
    this.address = address;
    this.server = server;
  }

  /** Starts it, with an issuer of its own, and returns once it is ready. */
  public static SecureApi start(LocalStack stack) throws IOException {
    WorkFolder folder = WorkFolder.temporary("calendar-secure-");
    CertificateAuthority authority = CertificateAuthority.create(folder.path().resolve("ca.pem"));
    Path certificate = folder.path().resolve("tls.pem");
    Path key = folder.path().resolve("key.pem");
    ServerPair pair = authority.issue();
    Files.writeString(certificate, pair.certificate());
    Files.writeString(key, pair.key());
    TokenIssuer issuer = new TokenIssuer();
    int port = Ports.free();
    Map<String, String> changes = new HashMap<>(issuer.environment());
    changes.put(Key.GRPC_PORT.environmentVariable(), Integer.toString(port));
    changes.put(Key.GRPC_TLS_CERTIFICATE.environmentVariable(), certificate.toString());
    changes.put(Key.GRPC_TLS_KEY.environmentVariable(), key.toString());
    ServiceProcess server = stack.startApi(changes);
    return new SecureApi(folder, issuer, authority, new Address("localhost", port), server);
  }

  /** Opens connections with TLS. */
  public Connections connect(int count) throws IOException {
    SslContext trust = GrpcSslContexts.forClient().trustManager(authority.file().toFile()).build();
    return Connections.open(address, count, Optional.of(trust));
  }

  /** Its issuer. */
  public TokenIssuer issuer() {
    return issuer;
  }

  public ProcessHandle process() {
    return server.process();
  }

  @Override
  public void close() {
    server.close();
    issuer.close();
    folder.close();
  }
}

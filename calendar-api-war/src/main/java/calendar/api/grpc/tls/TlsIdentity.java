package calendar.api.grpc.tls;

import calendar.config.ConfigException;
import calendar.tls.ServerCertificate;
import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * What a port shows to its clients, and which clients it accepts. Immutable.
 *
 * @param clientAuthorities empty: a client needs no certificate
 */
record TlsIdentity(ServerCertificate certificate, List<X509Certificate> clientAuthorities) {

  /**
   * For new connections, with TLS 1.3 or 1.2.
   *
   * @throws ConfigException if Java cannot use the certificate or the key
   */
  SslContext context() {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(
              certificate.key(), certificate.chain().toArray(X509Certificate[]::new));
      // Java's own: what it trusts and refuses is renewed with Java.
      GrpcSslContexts.configure(builder, SslProvider.JDK).protocols("TLSv1.3", "TLSv1.2");
      if (!clientAuthorities.isEmpty()) {
        builder
            .trustManager(clientAuthorities.toArray(X509Certificate[]::new))
            .clientAuth(ClientAuth.REQUIRE);
      }
      return builder.build();
    } catch (SSLException | RuntimeException refused) {
      throw new ConfigException("grpc.tls: cannot be used: " + refused.getMessage());
    }
  }
}

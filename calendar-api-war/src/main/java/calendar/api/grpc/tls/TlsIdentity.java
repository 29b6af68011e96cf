package calendar.api.grpc.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.grpc.netty.GrpcSslContexts;
import io.netty.handler.ssl.ClientAuth;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * What a port shows to its clients, and which clients it accepts. Immutable.
 *
 * @param chain the server's certificate first
 * @param clientAuthorities empty: a client needs no certificate
 */
record TlsIdentity(
    List<X509Certificate> chain, PrivateKey key, List<X509Certificate> clientAuthorities) {
  private static final byte[] PROBE = "does the key fit the certificate?".getBytes(US_ASCII);

  /** Whether a signature of the key is one of the certificate. */
  boolean isPair() {
    try {
      String algorithm = key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA";
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(PROBE);
      byte[] signed = signature.sign();
      signature.initVerify(chain.get(0).getPublicKey());
      signature.update(PROBE);
      return signature.verify(signed);
    } catch (GeneralSecurityException anotherKind) {
      return false;
    }
  }

  /** The certificate for the log: whose it is, and until when it is valid. */
  String words() {
    return "certificate of %s, valid until %s".formatted(subject(), expiry());
  }

  private String subject() {
    return chain.get(0).getSubjectX500Principal().getName();
  }

  Instant expiry() {
    return chain.get(0).getNotAfter().toInstant();
  }

  /**
   * For new connections, with TLS 1.3 or 1.2.
   *
   * @throws TlsException if Java cannot use the certificate or the key
   */
  SslContext context() throws TlsException {
    try {
      SslContextBuilder builder =
          SslContextBuilder.forServer(key, chain.toArray(X509Certificate[]::new));
      // Java's own: what it trusts and refuses is renewed with Java.
      GrpcSslContexts.configure(builder, SslProvider.JDK).protocols("TLSv1.3", "TLSv1.2");
      if (!clientAuthorities.isEmpty()) {
        builder
            .trustManager(clientAuthorities.toArray(X509Certificate[]::new))
            .clientAuth(ClientAuth.REQUIRE);
      }
      return builder.build();
    } catch (SSLException | RuntimeException refused) {
      throw new TlsException("grpc.tls: cannot be used: " + refused.getMessage());
    }
  }
}

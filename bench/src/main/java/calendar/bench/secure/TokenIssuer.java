package calendar.bench.secure;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.config.Key;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Issues tokens with RS256, and publishes its keys on a loopback address. Its keys change as a real
 * issuer's do: a new one is published, then it signs, then the old one is withdrawn. Safe for use
 * by several threads.
 */
public final class TokenIssuer implements AutoCloseable {
  private static final String NAME = "https://issuer.example/realms/company";
  private static final String AUDIENCE = "calendar";
  private static final String PATH = "/keys";
  private static final int RSA_BITS = 2_048;

  private final HttpServer server;

  // Guarded by this.
  private final List<RSAKey> published = new ArrayList<>();
  private final Map<RSAKey, Instant> lastTokenEnds = new HashMap<>();
  private RSAKey signing;

  /** An issuer with one key. */
  public TokenIssuer() throws IOException {
    publishNewKey();
    signWithNewestKey();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(PATH, this::giveKeys);
    server.start();
  }

  /** The variables by which an API accepts the tokens. */
  public Map<String, String> environment() {
    return Map.of(
        Key.AUTH_MODE.environmentVariable(),
        "jwt",
        Key.AUTH_ISSUER.environmentVariable(),
        NAME,
        Key.AUTH_AUDIENCE.environmentVariable(),
        AUDIENCE,
        Key.AUTH_JWKS_URI.environmentVariable(),
        "http://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), PATH));
  }

  /** Issues a token with the claims that issuers usually put in. */
  public String token(String subject, List<String> groups, Duration lifetime) {
    Instant now = Instant.now();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .issuer(NAME)
            .audience(AUDIENCE)
            .subject(subject)
            .jwtID(UUID.randomUUID().toString())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(lifetime)))
            .claim("scope", "openid profile email")
            .claim("groups", groups)
            .build();
    RSAKey key = keyFor(now.plus(lifetime));
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build(),
            claims);
    try {
      token.sign(new RSASSASigner(key));
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
    return token.serialize();
  }

  /** Publishes one more key, which does not sign yet. */
  public void publishNewKey() {
    try {
      RSAKey key = new RSAKeyGenerator(RSA_BITS).keyID(UUID.randomUUID().toString()).generate();
      synchronized (this) {
        published.add(key);
      }
    } catch (JOSEException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Signs with the key that was published last. */
  public synchronized void signWithNewestKey() {
    signing = published.get(published.size() - 1);
  }

  /**
   * Withdraws the keys that do not sign any more, once all their tokens have expired.
   *
   * @return true if only one key is left
   */
  public synchronized boolean withdrawEndedKeys() {
    Instant now = Instant.now();
    published.removeIf(
        key -> !key.equals(signing) && !now.isBefore(lastTokenEnds.getOrDefault(key, Instant.MIN)));
    return published.size() == 1;
  }

  /** The key for a token, which must stay published until the token expires. */
  private synchronized RSAKey keyFor(Instant expiry) {
    lastTokenEnds.merge(signing, expiry, (one, other) -> one.isAfter(other) ? one : other);
    return signing;
  }

  private synchronized String publicKeys() {
    return new JWKSet(List.<JWK>copyOf(published)).toString(true);
  }

  private void giveKeys(HttpExchange call) throws IOException {
    byte[] body = publicKeys().getBytes(UTF_8);
    call.sendResponseHeaders(200, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

package calendar.launcher;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.tls.ServerCertificate;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * An authorization server with one key and one client, {@code robot}, whose secret is {@code
 * robot's}. It publishes its key when it is told to.
 */
final class TokenIssuer implements AutoCloseable {
  static final String NAME = "https://issuer.example";
  static final String AUDIENCE = "calendar";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair pair;
  private final HttpsServer server;
  private volatile boolean publishes;

  /**
   * @param certificate for 127.0.0.1
   */
  TokenIssuer(ServerCertificate certificate) throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2_048);
    pair = generator.generateKeyPair();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(showing(certificate)));
    server.createContext("/keys", this::giveKeys);
    server.createContext("/token", this::giveToken);
    server.start();
  }

  private static SSLContext showing(ServerCertificate certificate)
      throws IOException, GeneralSecurityException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "issuer", certificate.key(), new char[0], certificate.chain().toArray(Certificate[]::new));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, new char[0]);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  String uri(String path) {
    return "https://127.0.0.1:%d%s".formatted(server.getAddress().getPort(), path);
  }

  void publish() {
    publishes = true;
  }

  /** A token for an hour. */
  String token(String subject) {
    String header = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"k1\"}".getBytes(UTF_8));
    String claims =
        "{\"iss\":\"%s\",\"aud\":\"%s\",\"sub\":\"%s\",\"exp\":%d}"
            .formatted(NAME, AUDIENCE, subject, Instant.now().getEpochSecond() + 3_600);
    String signed = header + "." + encode(claims.getBytes(UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(US_ASCII));
      return signed + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void giveKeys(HttpExchange call) throws IOException {
    RSAPublicKey key = (RSAPublicKey) pair.getPublic();
    answer(
        call,
        publishes ? 200 : 503,
        "{\"keys\":[{\"kty\":\"RSA\",\"kid\":\"k1\",\"n\":\"%s\",\"e\":\"%s\"}]}"
            .formatted(encode(bytes(key.getModulus())), encode(bytes(key.getPublicExponent()))));
  }

  private void giveToken(HttpExchange call) throws IOException {
    String login = Base64.getEncoder().encodeToString("robot:robot%27s".getBytes(UTF_8));
    boolean isKnown = ("Basic " + login).equals(call.getRequestHeaders().getFirst("Authorization"));
    answer(
        call,
        isKnown ? 200 : 401,
        isKnown
            ? "{\"access_token\":\"%s\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                .formatted(token("robot"))
            : "{\"error\":\"invalid_client\"}");
  }

  private static void answer(HttpExchange call, int status, String json) throws IOException {
    byte[] body = json.getBytes(UTF_8);
    call.sendResponseHeaders(status, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  /** Without the byte for the sign. */
  private static byte[] bytes(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String encode(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}

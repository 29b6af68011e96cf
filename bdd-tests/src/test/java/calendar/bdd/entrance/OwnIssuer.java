package calendar.bdd.entrance;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.Gson;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An issuer of this test run, with one key. Every owner calls as itself. It publishes its key on
 * the loopback address.
 */
public final class OwnIssuer implements Tokens, AutoCloseable {
  public static final String NAME = "https://issuer.example";
  public static final String AUDIENCE = "calendar";
  private static final String KEY_ID = "features";
  private static final int LIFETIME_SECONDS = 3_600;
  private static final int COORDINATE_BYTES = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final Gson JSON = new Gson();

  private final Clock clock;
  private final KeyPair pair;
  private final HttpServer server;

  public OwnIssuer(Clock clock) {
    this.clock = clock;
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      pair = generator.generateKeyPair();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("cannot run an issuer", e);
    }
    server.createContext("/keys", this::giveKeys);
    server.start();
  }

  public String keys() {
    return "http://127.0.0.1:%d/keys".formatted(server.getAddress().getPort());
  }

  @Override
  public Optional<String> of(String subject) {
    Map<String, Object> claims =
        Map.of(
            "iss",
            NAME,
            "aud",
            AUDIENCE,
            "sub",
            subject,
            "exp",
            clock.instant().getEpochSecond() + LIFETIME_SECONDS);
    Map<String, String> header = Map.of("alg", "ES256", "kid", KEY_ID);
    String signed = encode(JSON.toJson(header)) + "." + encode(JSON.toJson(claims));
    return Optional.of(signed + "." + BASE64.encodeToString(sign(signed)));
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private byte[] sign(String text) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(text.getBytes(US_ASCII));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a token", e);
    }
  }

  private void giveKeys(HttpExchange call) throws IOException {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    Map<String, String> jwk =
        Map.of(
            "kty",
            "EC",
            "crv",
            "P-256",
            "kid",
            KEY_ID,
            "x",
            coordinate(key.getW().getAffineX()),
            "y",
            coordinate(key.getW().getAffineY()));
    byte[] body = JSON.toJson(Map.of("keys", List.of(jwk))).getBytes(UTF_8);
    call.sendResponseHeaders(200, body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private static String encode(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  /** Of a fixed length: without the byte for the sign, and with leading zeros. */
  private static String coordinate(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] fixed = new byte[COORDINATE_BYTES];
    byte[] last =
        Arrays.copyOfRange(bytes, Math.max(0, bytes.length - COORDINATE_BYTES), bytes.length);
    System.arraycopy(last, 0, fixed, COORDINATE_BYTES - last.length, last.length);
    return BASE64.encodeToString(fixed);
  }
}

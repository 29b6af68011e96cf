package calendar.api.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An issuer of tokens with a key of each type. It signs with the JDK, and whatever it is asked to:
 * headers and claims that no library would write.
 */
public final class TestIssuer {
  public static final String NAME = "https://issuer.example";
  public static final String AUDIENCE = "calendar";

  private final Clock clock;
  private final String keyId;
  private final KeyPair rsa = pair("RSA");
  private final KeyPair ec = pair("EC");
  private final KeyPair ed = pair("Ed25519");

  public TestIssuer(Clock clock, String keyId) {
    this.clock = clock;
    this.keyId = keyId;
  }

  private static KeyPair pair(String algorithm) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
      switch (algorithm) {
        case "RSA" -> generator.initialize(2_048);
        case "EC" -> generator.initialize(new ECGenParameterSpec("secp256r1"));
        default -> {
          // One size only.
        }
      }
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The public keys: of RSA, EC and Ed25519, with ids that begin with this issuer's. */
  public List<JWK> keys() {
    byte[] x509 = ed.getPublic().getEncoded();
    byte[] point = Arrays.copyOfRange(x509, x509.length - 32, x509.length);
    return List.of(
        rsaKey(),
        new ECKey.Builder(Curve.P_256, (ECPublicKey) ec.getPublic()).keyID(keyId + "-ec").build(),
        new OctetKeyPair.Builder(Curve.Ed25519, Base64URL.encode(point))
            .keyID(keyId + "-ed")
            .build());
  }

  public RSAKey rsaKey() {
    return new RSAKey.Builder((RSAPublicKey) rsa.getPublic()).keyID(keyId + "-rsa").build();
  }

  /** What the issuer publishes. */
  public String jwks() {
    return jwks(keys());
  }

  public static String jwks(List<? extends JWK> keys) {
    return keys.stream()
        .map(JWK::toJSONString)
        .collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  /** A header of a token with an RSA signature. */
  public Map<String, Object> header() {
    return header("RS256", "rsa");
  }

  /** Such as ES256 and ec. */
  public Map<String, Object> header(String algorithm, String key) {
    Map<String, Object> header = new HashMap<>();
    header.put("typ", "JWT");
    header.put("alg", algorithm);
    header.put("kid", keyId + "-" + key);
    return header;
  }

  /** Claims that are right, for an hour. */
  public Map<String, Object> claims(String subject) {
    Instant now = clock.instant();
    Map<String, Object> claims = new HashMap<>();
    claims.put("iss", NAME);
    claims.put("aud", AUDIENCE);
    claims.put("sub", subject);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plusSeconds(3_600).getEpochSecond());
    return claims;
  }

  /** A token that is right. */
  public String token(String subject) {
    return sign(header(), claims(subject));
  }

  /** A token that is right except for some claims. */
  public String token(String subject, Map<String, Object> otherClaims) {
    Map<String, Object> claims = claims(subject);
    claims.putAll(otherClaims);
    return sign(header(), claims);
  }

  /** Signs with RSA. */
  public String sign(Map<String, Object> header, Map<String, Object> claims) {
    return sign(header, JSONObjectUtils.toJSONString(claims), "SHA256withRSA", rsa.getPrivate());
  }

  public String signByEc(Map<String, Object> header, Map<String, Object> claims) {
    return sign(
        header,
        JSONObjectUtils.toJSONString(claims),
        "SHA256withECDSAinP1363Format",
        ec.getPrivate());
  }

  public String signByEd(Map<String, Object> header, Map<String, Object> claims) {
    return sign(header, JSONObjectUtils.toJSONString(claims), "Ed25519", ed.getPrivate());
  }

  /** Signs any payload with RSA. */
  public String signText(Map<String, Object> header, String payload) {
    return sign(header, payload, "SHA256withRSA", rsa.getPrivate());
  }

  /** Signs any header and any payload with RSA. */
  public String signText(String header, String payload) {
    return sign(header, payload, "SHA256withRSA", rsa.getPrivate());
  }

  private static String sign(
      Map<String, Object> header, String payload, String algorithm, PrivateKey key) {
    return sign(JSONObjectUtils.toJSONString(header), payload, algorithm, key);
  }

  private static String sign(String header, String payload, String algorithm, PrivateKey key) {
    try {
      String signed = unsigned(header, payload);
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(key);
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + Base64URL.encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The part of a token that is signed. */
  public static String unsigned(Map<String, Object> header, String payload) {
    return unsigned(JSONObjectUtils.toJSONString(header), payload);
  }

  private static String unsigned(String header, String payload) {
    return Base64URL.encode(header) + "." + Base64URL.encode(payload);
  }
}

package calendar.api.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Values of {@code authorization} that must be refused, and what the refusal must say. */
public final class Attacks {
  private static final String SIGNATURE = "the token's signature is wrong";
  private static final String NO_JWT = "the token is not a signed JWT";
  private static final String ALGORITHM = "the token's algorithm is not accepted";
  private static final String UNKNOWN_KEY = "the token is signed with an unknown key";
  private static final String SUBJECT = "the token's claim \"sub\" is not an owner id";

  private final TestIssuer issuer;
  private final Clock clock;
  private final Map<String, Attack> table = new LinkedHashMap<>();

  /**
   * @param headers all values of the header {@code authorization}
   * @param answer the beginning of the message
   */
  public record Attack(List<String> headers, String answer) {}

  private Attacks(TestIssuer issuer, Clock clock) {
    this.issuer = issuer;
    this.clock = clock;
  }

  /** By name. The tokens are right in everything that the name does not say. */
  public static Map<String, Attack> on(TestIssuer issuer, Clock clock) {
    Attacks attacks = new Attacks(issuer, clock);
    attacks.addHeaders();
    attacks.addAlgorithms();
    attacks.addKeys();
    attacks.addClaims();
    attacks.addSubjects();
    attacks.addMalformed();
    return attacks.table;
  }

  private void addHeaders() {
    String token = issuer.token("ann");
    table.put("no token", new Attack(List.of(), "a token is needed"));
    table.put(
        "two tokens",
        new Attack(List.of("Bearer " + token, "Bearer " + token), "expected one token, found 2"));
    table.put(
        "two tokens in one header",
        new Attack(List.of("Bearer " + token + ", Bearer " + token), "expected one token after"));
    table.put(
        "another scheme", new Attack(List.of("Basic " + token), "expected the scheme Bearer"));
    table.put("no scheme", new Attack(List.of(token), "expected the scheme Bearer"));
    table.put("an empty token", new Attack(List.of("Bearer "), "expected "));
    table.put(
        "a huge token",
        new Attack(List.of("Bearer " + "a".repeat(17 * 1024)), "the token is too long"));
  }

  private void addAlgorithms() {
    Map<String, Object> claims = issuer.claims("ann");
    String payload = JSONObjectUtils.toJSONString(claims);
    put("alg none", TestIssuer.unsigned(issuer.header("none", "rsa"), payload) + ".", NO_JWT);
    put("alg none with a signature", issuer.sign(issuer.header("none", "rsa"), claims), NO_JWT);
    put("alg nOnE", TestIssuer.unsigned(issuer.header("nOnE", "rsa"), payload) + ".AA", ALGORITHM);
    byte[] der = publicKey();
    put("HMAC with the public key (DER)", hmac(payload, der), ALGORITHM);
    put(
        "HMAC with the public key (PEM)",
        hmac(
            payload,
            ("-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder().encodeToString(der)
                    + "\n-----END PUBLIC KEY-----\n")
                .getBytes(US_ASCII)),
        ALGORITHM);
    put("RS512", issuer.sign(issuer.header("RS512", "rsa"), claims), ALGORITHM);
    put("RSA signature, EC key", issuer.sign(issuer.header("ES256", "rsa"), claims), UNKNOWN_KEY);
    put(
        "RSA key named with ES256",
        issuer.signByEc(issuer.header("ES256", "rsa"), claims),
        UNKNOWN_KEY);
    put("no algorithm", issuer.sign(Map.of("kid", "k1-rsa"), claims), NO_JWT);
  }

  private byte[] publicKey() {
    try {
      return issuer.rsaKey().toRSAPublicKey().getEncoded();
    } catch (com.nimbusds.jose.JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private String hmac(String payload, byte[] secret) {
    try {
      String signed = TestIssuer.unsigned(issuer.header("HS256", "rsa"), payload);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return signed + "." + Base64URL.encode(mac.doFinal(signed.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void addKeys() {
    Map<String, Object> claims = issuer.claims("ann");
    TestIssuer other = new TestIssuer(clock, "k1");
    put("a key of another issuer", other.token("ann"), SIGNATURE);
    for (String name :
        List.of(
            "../../etc/passwd",
            "/dev/null",
            "file:///etc/passwd",
            "http://127.0.0.1/key",
            "k1-rsa' OR '1'='1",
            "")) {
      Map<String, Object> header = issuer.header();
      header.put("kid", name);
      put("kid \"%s\"".formatted(name), other.sign(header, claims), UNKNOWN_KEY);
    }
    Map<String, Object> number = issuer.header();
    number.put("kid", 7);
    put("kid 7", issuer.sign(number, claims), NO_JWT);
    Map<String, Object> key = other.rsaKey().toJSONObject();
    for (Map.Entry<String, Object> place :
        Map.of(
                "jku", "http://127.0.0.1:1/jwks",
                "x5u", "http://127.0.0.1:1/cert",
                "jwk", (Object) key)
            .entrySet()) {
      Map<String, Object> header = issuer.header();
      header.put(place.getKey(), place.getValue());
      put("a key by " + place.getKey(), other.sign(header, claims), SIGNATURE);
    }
    Map<String, Object> critical = issuer.header();
    critical.put("crit", List.of("exp"));
    critical.put("exp", 1);
    put("crit", issuer.sign(critical, claims), "the token's header has \"crit\"");
    Map<String, Object> otherType = issuer.header();
    otherType.put("typ", "logout+jwt");
    put("a token to log out", issuer.sign(otherType, claims), "the token is not an access token");
  }

  private void addClaims() {
    long now = clock.instant().getEpochSecond();
    put("expired", issuer.token("ann", Map.of("exp", now - 61)), "the token is expired");
    put("expired long ago", issuer.token("ann", Map.of("exp", 0)), "the token is expired");
    put(
        "not yet valid",
        issuer.token("ann", Map.of("nbf", now + 120)),
        "the token is not valid yet");
    Map<String, Object> endless = issuer.claims("ann");
    endless.remove("exp");
    put("no end", issuer.sign(issuer.header(), endless), "the token's claim \"exp\"");
    put("an end in words", issuer.token("ann", Map.of("exp", "2099")), "the token's claim \"exp\"");
    put("an endless end", issuer.token("ann", Map.of("exp", 1e300)), "the token's claim \"exp\"");
    put(
        "a wrong issuer",
        issuer.token("ann", Map.of("iss", TestIssuer.NAME + "/")),
        "the token is of");
    put(
        "wrong audience",
        issuer.token("ann", Map.of("aud", "calendars")),
        "the token is for another");
    put("no audience", issuer.token("ann", Map.of("aud", List.of())), "the token is for another");
  }

  private void addSubjects() {
    Map<String, Object> nobody = issuer.claims("ann");
    nobody.remove("sub");
    put("no subject", issuer.sign(issuer.header(), nobody), SUBJECT);
    put("subject 7", issuer.token("ann", Map.of("sub", 7)), SUBJECT);
    put("an empty subject", issuer.token(""), SUBJECT);
    put("a long subject", issuer.token("a".repeat(129)), SUBJECT);
    put("a subject with NUL", issuer.token("ann\0"), SUBJECT);
    put("half a character", issuer.signText(issuer.header(), halfCharacter()), SUBJECT);
    put(
        "groups of numbers",
        issuer.token("ann", Map.of("groups", List.of("staff", 7))),
        "the token's claim \"groups\" is not a list of texts");
  }

  private String halfCharacter() {
    return JSONObjectUtils.toJSONString(issuer.claims("SUBJECT")).replace("SUBJECT", "\\ud83d");
  }

  private void addMalformed() {
    String token = issuer.token("ann");
    String[] parts = token.split("\\.");
    put("no signature", parts[0] + "." + parts[1] + ".", NO_JWT);
    put("two parts", parts[0] + "." + parts[1], NO_JWT);
    put("four parts", token + ".AAAA", NO_JWT);
    put("dots", "...", NO_JWT);
    put(
        "another payload",
        parts[0]
            + "."
            + Base64URL.encode(JSONObjectUtils.toJSONString(issuer.claims("bob")))
            + "."
            + parts[2],
        SIGNATURE);
    put("a text as claims", issuer.signText(issuer.header(), "ann"), "the token's claims are not");
    put(
        "a deep nest as claims",
        issuer.signText(issuer.header(), "{\"a\":".repeat(1_500)),
        "the token's claims are not");
    put(
        "one claim twice",
        issuer.signText(
            issuer.header(),
            JSONObjectUtils.toJSONString(issuer.claims("ann"))
                .replaceFirst("\\{", "{\"sub\":\"x\",")),
        "the token's claims are not");
  }

  private void put(String name, String token, String answer) {
    table.put(name, new Attack(List.of("Bearer " + token), answer));
  }
}

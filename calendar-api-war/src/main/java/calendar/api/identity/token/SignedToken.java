package calendar.api.identity.token;

import calendar.api.identity.key.SignatureAlgorithm;
import calendar.error.UnauthenticatedException;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSVerifier;
import java.text.ParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A token that has been read but not trusted. Of its header only {@code alg}, {@code kid}, {@code
 * typ} and {@code crit} are read: where it says that keys are ({@code jku}, {@code x5u}, {@code
 * jwk}, {@code x5c}) is ignored.
 */
final class SignedToken {
  /** Of access tokens; tokens for other purposes name them here (RFC 8725, 3.11). */
  private static final Set<String> TYPES = Set.of("jwt", "at+jwt", "application/at+jwt");

  private final JWSObject object;
  private final SignatureAlgorithm algorithm;

  private SignedToken(JWSObject object, SignatureAlgorithm algorithm) {
    this.object = object;
    this.algorithm = algorithm;
  }

  /**
   * Reads a token.
   *
   * @throws UnauthenticatedException if it is no signed JWT, or one of a kind that is not accepted
   */
  static SignedToken parse(String token) {
    JWSObject object = read(token);
    JWSHeader header = object.getHeader();
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.of(header.getAlgorithm())
            .orElseThrow(
                () ->
                    new UnauthenticatedException(
                        "the token's algorithm is not accepted: expected RS256, ES256 or EdDSA"));
    if (header.getCriticalParams() != null || !header.isBase64URLEncodePayload()) {
      throw new UnauthenticatedException("the token's header has \"crit\", which is not accepted");
    }
    JOSEObjectType type = header.getType();
    if (type != null && !TYPES.contains(type.getType().toLowerCase(Locale.ROOT))) {
      throw new UnauthenticatedException("the token is not an access token, by its \"typ\"");
    }
    return new SignedToken(object, algorithm);
  }

  /** Never passes on what the library says: it may quote the token. */
  private static JWSObject read(String token) {
    try {
      return JWSObject.parse(token);
    } catch (ParseException | RuntimeException | StackOverflowError malformed) {
      throw new UnauthenticatedException("the token is not a signed JWT");
    }
  }

  SignatureAlgorithm algorithm() {
    return algorithm;
  }

  /** The name of the key. It says nothing but which of the issuer's keys to take. */
  Optional<String> keyId() {
    return Optional.ofNullable(object.getHeader().getKeyID());
  }

  /**
   * The claims, once the signature is right.
   *
   * @throws UnauthenticatedException if it is not, or the claims are no JSON object
   */
  Map<String, Object> claims(JWSVerifier verifier) {
    if (!isSignedFor(verifier)) {
      throw new UnauthenticatedException("the token's signature is wrong");
    }
    Map<String, Object> claims = payload();
    if (claims == null) {
      throw new UnauthenticatedException("the token's claims are not a JSON object");
    }
    return claims;
  }

  private boolean isSignedFor(JWSVerifier verifier) {
    try {
      return object.verify(verifier);
    } catch (JOSEException | RuntimeException failed) {
      return false;
    }
  }

  private Map<String, Object> payload() {
    try {
      return object.getPayload().toJSONObject();
    } catch (RuntimeException | StackOverflowError malformed) {
      return null;
    }
  }
}

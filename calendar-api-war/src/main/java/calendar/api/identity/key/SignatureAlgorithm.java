package calendar.api.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.util.Arrays;
import java.util.Optional;

/**
 * The algorithms of signatures that are accepted, each with one type of key. A key is never used
 * with the algorithm that a token names, only with its own.
 */
public enum SignatureAlgorithm {
  RS256(JWSAlgorithm.RS256),
  ES256(JWSAlgorithm.ES256),
  EDDSA(JWSAlgorithm.EdDSA);

  /** Shorter RSA keys are not safe (RFC 7518, 3.3). */
  private static final int FEWEST_RSA_BITS = 2_048;

  private final JWSAlgorithm algorithm;

  SignatureAlgorithm(JWSAlgorithm algorithm) {
    this.algorithm = algorithm;
  }

  /** Empty for algorithms that are not accepted, such as HS256 and none. */
  public static Optional<SignatureAlgorithm> of(JWSAlgorithm algorithm) {
    return Arrays.stream(values()).filter(known -> known.algorithm.equals(algorithm)).findFirst();
  }

  /**
   * What checks the signatures of a key with this algorithm.
   *
   * @return empty if the key has another type, or is not safe
   * @throws JOSEException if the key cannot be used
   */
  Optional<JWSVerifier> verifier(JWK key) throws JOSEException {
    if (key.getAlgorithm() != null && !key.getAlgorithm().equals(algorithm)) {
      return Optional.empty();
    }
    return switch (this) {
      case RS256 ->
          key instanceof RSAKey rsa && rsa.size() >= FEWEST_RSA_BITS
              ? Optional.of(new RSASSAVerifier(rsa.toRSAPublicKey()))
              : Optional.empty();
      case ES256 ->
          key instanceof ECKey ec && ec.getCurve().equals(Curve.P_256)
              ? Optional.of(new ECDSAVerifier(ec.toECPublicKey()))
              : Optional.empty();
      case EDDSA ->
          key instanceof OctetKeyPair pair && pair.getCurve().equals(Curve.Ed25519)
              ? Optional.of(new Ed25519Verifier(pair))
              : Optional.empty();
    };
  }
}

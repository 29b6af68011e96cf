package calendar.api.identity.key;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The public keys of the issuer, as it published them at one time. Immutable. */
public final class IssuerKeys {
  private static final int MOST_KEYS = 100;

  private final List<JWK> published;
  private final List<Entry> entries;

  private record Entry(Optional<String> id, SignatureAlgorithm algorithm, JWSVerifier verifier) {}

  private IssuerKeys(List<JWK> published, List<Entry> entries) {
    this.published = published;
    this.entries = entries;
  }

  /**
   * Reads a JWK set (RFC 7517, 5). Leaves out keys of other types and for other uses.
   *
   * @throws IOException if it is malformed, or has no key that can be used
   */
  public static IssuerKeys parse(String json) throws IOException {
    List<JWK> published = publicKeys(json);
    if (published.size() > MOST_KEYS) {
      throw new IOException(
          "expected up to %d keys, found %d".formatted(MOST_KEYS, published.size()));
    }
    List<Entry> entries = new ArrayList<>();
    for (JWK key : published) {
      if (isForSignatures(key)) {
        add(key, entries);
      }
    }
    if (entries.isEmpty()) {
      throw new IOException("expected a key for RS256, ES256 or EdDSA, found none");
    }
    return new IssuerKeys(published, List.copyOf(entries));
  }

  private static List<JWK> publicKeys(String json) throws IOException {
    try {
      return JWKSet.parse(json).toPublicJWKSet().getKeys();
    } catch (ParseException | RuntimeException | StackOverflowError malformed) {
      throw new IOException("expected a JWK set, found something else");
    }
  }

  private static boolean isForSignatures(JWK key) {
    return (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
        && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY));
  }

  private static void add(JWK key, List<Entry> entries) {
    for (SignatureAlgorithm algorithm : SignatureAlgorithm.values()) {
      try {
        algorithm
            .verifier(key)
            .ifPresent(
                verifier ->
                    entries.add(
                        new Entry(Optional.ofNullable(key.getKeyID()), algorithm, verifier)));
      } catch (JOSEException unusable) {
        // The issuer's other keys may be all right.
      }
    }
  }

  /**
   * The key for a token. The algorithm must be the key's own. A token that names no key gets the
   * only key of its algorithm, if there is only one.
   */
  public Optional<JWSVerifier> find(SignatureAlgorithm algorithm, Optional<String> id) {
    List<Entry> fitting =
        entries.stream()
            .filter(entry -> entry.algorithm() == algorithm)
            .filter(entry -> id.isEmpty() || entry.id().equals(id))
            .toList();
    boolean isClear = id.isPresent() ? !fitting.isEmpty() : fitting.size() == 1;
    return isClear ? Optional.of(fitting.get(0).verifier()) : Optional.empty();
  }

  /** How many keys can be used. */
  int count() {
    return entries.size();
  }

  /** Returns true if the issuer has published the same keys. */
  boolean hasSameKeysAs(IssuerKeys other) {
    return published.equals(other.published);
  }
}

package calendar.api.identity.token;

import calendar.access.Identity;
import calendar.api.identity.key.IssuerKeys;
import calendar.api.identity.key.KeyStore;
import calendar.error.IssuerUnavailableException;
import calendar.error.UnauthenticatedException;
import com.nimbusds.jose.JWSVerifier;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Checks tokens, for every protocol. A token that was right before is found in a cache; another one
 * costs the check of its signature. Safe for use by several threads.
 */
public final class TokenVerifier {
  private final KeyStore store;
  private final ClaimRules rules;
  private final Clock clock;
  private final VerifiedTokens known = new VerifiedTokens();

  public TokenVerifier(KeyStore store, ClaimRules rules, Clock clock) {
    this.store = store;
    this.rules = rules;
    this.clock = clock;
  }

  /**
   * Finds out whose token this is, without blocking.
   *
   * @param token as the header has it, in ASCII
   * @param beforeWork runs before a token is checked that is not in the cache; may throw
   * @return complete, and not failed, if no key must be fetched. Otherwise it completes after that
   *     and may fail with the same exceptions
   * @throws UnauthenticatedException if it is not a valid token of the issuer for this API
   * @throws IssuerUnavailableException if there are no keys to check it with
   */
  public CompletableFuture<Optional<Identity>> verify(String token, Runnable beforeWork) {
    Instant now = clock.instant();
    IssuerKeys keys = store.usable(now).orElseThrow(IssuerUnavailableException::new);
    TokenHash hash = TokenHash.of(token);
    CompletableFuture<Optional<Identity>> identity = known.find(hash, keys, now);
    if (identity != null) {
      return identity;
    }
    beforeWork.run();
    Attempt attempt = new Attempt(SignedToken.parse(token), hash, token.length());
    Optional<JWSVerifier> key = attempt.key(keys);
    return key.isPresent() ? attempt.check(keys, key.get()) : attempt.afterFetch(true);
  }

  /** The check of one token that is not known. */
  private final class Attempt {
    private final SignedToken token;
    private final TokenHash hash;
    private final int characters;

    private Attempt(SignedToken token, TokenHash hash, int characters) {
      this.token = token;
      this.hash = hash;
      this.characters = characters;
    }

    private Optional<JWSVerifier> key(IssuerKeys keys) {
      return keys.find(token.algorithm(), token.keyId());
    }

    private CompletableFuture<Optional<Identity>> check(IssuerKeys keys, JWSVerifier key) {
      return known.add(hash, keys, characters, rules.check(token.claims(key), clock.instant()));
    }

    /**
     * @param again whether another fetch may follow: the one that runs may have begun before the
     *     issuer published the key
     */
    private CompletableFuture<Optional<Identity>> afterFetch(boolean again) {
      CompletableFuture<Void> fetch = store.afterUnknownKey();
      return fetch.isDone() ? checkFetched(false) : fetch.thenCompose(done -> checkFetched(again));
    }

    private CompletableFuture<Optional<Identity>> checkFetched(boolean again) {
      IssuerKeys keys = store.usable(clock.instant()).orElseThrow(IssuerUnavailableException::new);
      Optional<JWSVerifier> key = key(keys);
      if (key.isPresent()) {
        return check(keys, key.get());
      }
      if (again) {
        return afterFetch(false);
      }
      if (store.isFailing()) {
        throw new IssuerUnavailableException();
      }
      throw new UnauthenticatedException("the token is signed with an unknown key");
    }
  }
}

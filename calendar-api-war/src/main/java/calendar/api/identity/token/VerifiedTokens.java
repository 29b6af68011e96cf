package calendar.api.identity.token;

import calendar.access.Identity;
import calendar.api.identity.key.IssuerKeys;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Remembers the callers of tokens that were right, because a signature takes longer to check than
 * everything else before a call's work. A token is forgotten when it expires, and all are when the
 * issuer's keys change. Bounded; safe for use by several threads.
 */
final class VerifiedTokens {
  /** Characters of the remembered tokens, which say how much memory their claims may take. */
  private static final long MOST_CHARACTERS = 32L << 20;

  private final Cache<TokenHash, Entry> entries =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((TokenHash hash, Entry entry) -> entry.characters())
          // Otherwise it uses threads that the container does not know.
          .executor(Runnable::run)
          .build();

  /**
   * @param identity complete, so that a call takes it as it is
   */
  private record Entry(
      IssuerKeys keys,
      Instant until,
      int characters,
      CompletableFuture<Optional<Identity>> identity) {}

  /**
   * The caller of a token that was right with these very keys. Null if it is not known, which
   * spares each call an object.
   */
  CompletableFuture<Optional<Identity>> find(TokenHash token, IssuerKeys keys, Instant now) {
    Entry entry = entries.getIfPresent(token);
    return entry != null && entry.keys() == keys && now.isBefore(entry.until())
        ? entry.identity()
        : null;
  }

  /** Remembers a token, and returns its caller as {@link #find} will. */
  CompletableFuture<Optional<Identity>> add(
      TokenHash token, IssuerKeys keys, int characters, ClaimRules.Accepted accepted) {
    CompletableFuture<Optional<Identity>> identity =
        CompletableFuture.completedFuture(Optional.of(accepted.identity()));
    entries.put(token, new Entry(keys, accepted.until(), characters, identity));
    return identity;
  }
}

package calendar.api.access;

import calendar.access.AccessStorage;
import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.function.LongSupplier;

/**
 * The grants of owners, read when they are needed and kept for {@link #LONGEST_USE} from the moment
 * before they were read. Calls that need the grants of an owner at the same time share one look-up.
 * Grants that could not be read are not kept. Safe for use by any number of threads.
 */
final class GrantCache implements AutoCloseable {
  /** Together with {@link #LONGEST_READ} below the 5 seconds after which a change must be seen. */
  static final Duration LONGEST_USE = Duration.ofSeconds(3);

  static final Duration LONGEST_READ = Duration.ofMillis(1_500);

  /** For all owners together; an owner weighs one more than its grants. About 20 MB. */
  private static final long MOST_GRANTS = 100_000;

  private final AsyncCache<String, ReadGrants> grants;
  private final GrantReader reader;

  /**
   * @param threads makes the thread that reads, which ends after {@link #close}
   */
  GrantCache(AccessStorage storage, ThreadFactory threads, LongSupplier nanoTime) {
    this.reader = new GrantReader(storage, threads, LONGEST_READ, nanoTime);
    this.grants =
        Caffeine.newBuilder()
            .maximumWeight(MOST_GRANTS)
            .weigher((String owner, ReadGrants read) -> 1 + read.count())
            .expireAfter(
                Expiry.creating(
                    (String owner, ReadGrants read) ->
                        read.rest(nanoTime.getAsLong(), LONGEST_USE)))
            .ticker(nanoTime::getAsLong)
            .executor(Runnable::run)
            .buildAsync();
  }

  /**
   * The grants of an owner. Never blocks.
   *
   * @return never fails: it says if they could not be read
   * @throws calendar.error.OverloadedException if too many look-ups wait
   */
  CompletableFuture<ReadGrants> of(String ownerId) {
    return grants.get(ownerId, (owner, executor) -> reader.read(owner));
  }

  @Override
  public void close() {
    reader.close();
  }
}

package calendar.api.access;

import static java.util.stream.Collectors.groupingBy;

import calendar.access.AccessStorage;
import calendar.access.Grant;
import calendar.access.GrantedRoles;
import calendar.batching.BatchQueue;
import calendar.batching.BatchWorker;
import calendar.batching.Pending;
import calendar.error.StorageUnavailableException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * Reads the grants of owners, of many by one statement. One thread does it, on one connection. Safe
 * for use by any number of threads.
 */
final class GrantReader implements AutoCloseable {
  /** How many owners share a statement: together they may have 64,000 grants. */
  private static final int BATCH_OWNERS = 64;

  private static final int OVERLOAD_LIMIT = 256;

  private final BatchQueue<PendingLookup> waiting = new BatchQueue<>(BATCH_OWNERS, OVERLOAD_LIMIT);
  private final AccessStorage storage;
  private final Duration longestRead;
  private final LongSupplier nanoTime;

  /**
   * @param threads makes the thread that reads, which ends after {@link #close}
   * @param longestRead how long a look-up may take
   */
  GrantReader(
      AccessStorage storage, ThreadFactory threads, Duration longestRead, LongSupplier nanoTime) {
    this.storage = storage;
    this.longestRead = longestRead;
    this.nanoTime = nanoTime;
    threads.newThread(new BatchWorker<>(waiting, this::readAll)).start();
  }

  /**
   * Reads all grants of an owner. Never blocks.
   *
   * @return never fails: it says if they could not be read in time
   * @throws calendar.error.OverloadedException if too many look-ups wait
   */
  CompletableFuture<ReadGrants> read(String ownerId) {
    PendingLookup lookup = new PendingLookup(ownerId);
    waiting.submit(lookup);
    return lookup
        .result()
        .orTimeout(longestRead.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> ReadGrants.failed(known(failure)));
  }

  private static RuntimeException known(Throwable failure) {
    if (failure instanceof TimeoutException) {
      return new StorageUnavailableException("access cannot be checked in time; try again");
    }
    return failure instanceof RuntimeException known ? known : new IllegalStateException(failure);
  }

  private void readAll(List<PendingLookup> batch) {
    List<PendingLookup> wanted = batch.stream().filter(Pending::isWanted).toList();
    if (wanted.isEmpty()) {
      return;
    }
    long before = nanoTime.getAsLong();
    try {
      Map<String, List<Grant>> byOwner =
          storage.find(wanted.stream().map(PendingLookup::ownerId).toList()).stream()
              .collect(groupingBy(Grant::ownerId));
      for (PendingLookup lookup : wanted) {
        List<Grant> grants = byOwner.getOrDefault(lookup.ownerId(), List.of());
        lookup.result().complete(ReadGrants.of(new GrantedRoles(grants), before));
      }
    } catch (StorageUnavailableException unavailable) {
      wanted.forEach(lookup -> lookup.fail(unavailable));
    }
  }

  /** Rejects new look-ups. Those that wait are still done. */
  @Override
  public void close() {
    waiting.close();
  }
}

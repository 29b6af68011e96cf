package calendar.api.call;

import java.util.concurrent.CompletableFuture;

/**
 * Decides whether a caller may make a call. The decision depends only on caller, method and owner
 * id, and comes before anything is read from the storage: a refusal says nothing about what exists.
 * Safe for use by several threads.
 */
public interface Authorization {
  /** The decision for a call that is permitted. It is complete, so the call goes on at once. */
  CompletableFuture<Void> PERMITTED = CompletableFuture.completedFuture(null);

  /**
   * Checks one call. It runs on a network thread and must not block: a decision that needs a
   * look-up completes later, on any thread.
   *
   * @return completes if the call is permitted. Fails with a {@link
   *     calendar.error.CalendarException} if it is not, or if that cannot be decided
   */
  CompletableFuture<Void> check(Call call);

  /** How many database connections its look-ups use at a time. */
  default int databaseConnections() {
    return 0;
  }
}

package calendar.api.access;

import calendar.batching.Pending;
import java.util.concurrent.CompletableFuture;

/** A look-up of an owner's grants that waits for its batch. */
record PendingLookup(String ownerId, CompletableFuture<ReadGrants> result)
    implements Pending<ReadGrants> {

  PendingLookup(String ownerId) {
    this(ownerId, new CompletableFuture<>());
  }
}

package calendar.event.postgres.batch;

import calendar.batching.BatchQueue;
import calendar.batching.BatchWorker;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * Creates events in batches: a commit costs the same for one row as for many. All creates of an
 * owner go through the same worker, so that those of one server rarely block each other in the
 * database. Safe for use by any number of threads.
 */
public final class BatchedCreates implements AutoCloseable {
  /**
   * How many creates share a statement, and how many may wait during an overload. Large, because
   * with few processors a worker gets few turns and must do much in each.
   */
  private static final int BATCH_SIZE = 128;

  private final List<BatchQueue<PendingCreate>> queues;

  /**
   * @param threads makes the workers' threads, which end after {@link #close}
   * @param workers how many statements may run at once
   */
  public BatchedCreates(BatchStatements statements, ThreadFactory threads, int workers) {
    queues =
        Stream.generate(() -> new BatchQueue<PendingCreate>(BATCH_SIZE, BATCH_SIZE))
            .limit(workers)
            .toList();
    for (BatchQueue<PendingCreate> queue : queues) {
      BatchWorker<PendingCreate> worker =
          new BatchWorker<>(queue, batch -> new CreateBatch(batch, statements).createAll());
      threads.newThread(worker).start();
    }
  }

  /** As {@link calendar.event.EventStorage#create}. Never blocks. */
  public CompletableFuture<CreatedEvent> create(Event event, Optional<UUID> requestId) {
    PendingCreate pending = PendingCreate.of(event, requestId);
    queues.get(Math.floorMod(event.ownerId().hashCode(), queues.size())).submit(pending);
    return pending.result();
  }

  /**
   * Returns true if at least one worker has room for a create. False counts as a rejection: see
   * {@link BatchQueue#hasCapacity}.
   */
  public boolean hasCapacity() {
    return queues.stream().anyMatch(BatchQueue::hasCapacity);
  }

  /** Rejects new creates. Those that wait are still processed. */
  @Override
  public void close() {
    queues.forEach(BatchQueue::close);
  }
}

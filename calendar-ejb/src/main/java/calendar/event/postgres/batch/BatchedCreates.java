package calendar.event.postgres.batch;

import calendar.batching.BatchQueue;
import calendar.batching.BatchWorker;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.postgres.EventStatements;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;
import java.util.stream.Stream;

/**
 * Creates events, those that come at the same time in one transaction: a commit costs the same for
 * one row as for sixty-four. An owner's creates go through the same writer, so that those of one
 * server rarely wait for each other in the database. Safe for use by any number of threads.
 */
public final class BatchedCreates implements AutoCloseable {
  /**
   * Where processors are short, it is turns that are rare: then more must get done in each of them.
   * In a flood one batch waits while another is written.
   */
  private static final int LARGEST_BATCH = 128;

  private final List<BatchQueue<PendingCreate>> queues;

  /**
   * @param threads makes the writers' threads, which end after {@link #close}
   * @param writers how many statements may run at once
   */
  public BatchedCreates(EventStatements statements, ThreadFactory threads, int writers) {
    queues =
        Stream.generate(() -> new BatchQueue<PendingCreate>(LARGEST_BATCH, LARGEST_BATCH))
            .limit(writers)
            .toList();
    for (BatchQueue<PendingCreate> queue : queues) {
      threads
          .newThread(new BatchWorker<>(queue, batch -> new CreateBatch(batch, statements).settle()))
          .start();
    }
  }

  /** As {@link calendar.event.EventStorage#create}; never waits. */
  public CompletableFuture<CreatedEvent> create(Event event, Optional<UUID> requestId) {
    PendingCreate pending = PendingCreate.of(event, requestId);
    queues.get(Math.floorMod(event.ownerId().hashCode(), queues.size())).offer(pending);
    return pending.answer();
  }

  /** Whether creates of some owner would be taken in now. */
  public boolean takes() {
    return queues.stream().anyMatch(BatchQueue::takes);
  }

  /** Takes no more. What was taken in is still answered. */
  @Override
  public void close() {
    queues.forEach(BatchQueue::close);
  }
}

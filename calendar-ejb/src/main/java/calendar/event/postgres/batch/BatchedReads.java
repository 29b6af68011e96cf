package calendar.event.postgres.batch;

import calendar.batching.BatchQueue;
import calendar.batching.BatchWorker;
import calendar.event.Event;
import calendar.event.EventPosition;
import calendar.event.field.Interval;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;

/**
 * Reads events in batches: most of the cost of a short statement is the round trip to the database.
 * Gets and lists have separate queues and workers. Safe for use by any number of threads.
 */
public final class BatchedReads implements AutoCloseable {
  /** How many reads share a statement, and how many may wait during an overload. */
  static final int BATCH_READS = 256;

  /** How many events the lists of a statement may find together. */
  static final int BATCH_EVENTS = 1_024;

  private final BatchQueue<PendingGet> gets = new BatchQueue<>(BATCH_READS, BATCH_READS);
  private final BatchQueue<PendingList> lists = new BatchQueue<>(BATCH_EVENTS, BATCH_READS);

  /**
   * @param threads makes the workers' threads, which end after {@link #close}
   * @param workersOfAKind how many gets may run at once, and how many lists
   */
  public BatchedReads(BatchStatements statements, ThreadFactory threads, int workersOfAKind) {
    ReadBatch<PendingGet> get = new ReadBatch<>(statements::get);
    ReadBatch<PendingList> list = new ReadBatch<>(statements::list);
    for (int i = 0; i < workersOfAKind; i++) {
      threads.newThread(new BatchWorker<>(gets, get::readAll)).start();
      threads.newThread(new BatchWorker<>(lists, list::readAll)).start();
    }
  }

  /** As {@link calendar.event.EventStorage#get}. Never blocks. */
  public CompletableFuture<Event> get(String ownerId, UUID id) {
    PendingGet pending = PendingGet.of(ownerId, id);
    gets.submit(pending);
    return pending.result();
  }

  /** As {@link calendar.event.EventStorage#list}. Never blocks. */
  public CompletableFuture<List<Event>> list(
      String ownerId, Interval interval, Optional<EventPosition> after, int limit) {
    PendingList pending = PendingList.of(ownerId, interval, after, limit);
    lists.submit(pending);
    return pending.result();
  }

  /** Returns true if there is room for a get. See {@link BatchQueue#hasCapacity}. */
  public boolean hasCapacityForGet() {
    return gets.hasCapacity();
  }

  /** Returns true if there is room for a list. See {@link BatchQueue#hasCapacity}. */
  public boolean hasCapacityForList() {
    return lists.hasCapacity();
  }

  /** Rejects new reads. Those that wait are still processed. */
  @Override
  public void close() {
    gets.close();
    lists.close();
  }
}

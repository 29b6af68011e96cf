package calendar.event.postgres.batch;

import calendar.batching.BatchQueue;
import calendar.batching.BatchWorker;
import calendar.event.Event;
import calendar.event.Interval;
import calendar.event.postgres.EventStatements;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadFactory;

/**
 * Reads events, for those who ask at the same time by one statement: most of what a short statement
 * costs is the way to the database and back. Safe for use by any number of threads.
 */
public final class BatchedReads implements AutoCloseable {
  /** So many share a statement at most, and so many wait for the next one in a flood. */
  public static final int MOST_QUESTIONS = 256;

  /** Lists share a statement while they may find no more events than these. */
  public static final int MOST_EVENTS = 1_024;

  private final BatchQueue<PendingGet> gets = new BatchQueue<>(MOST_QUESTIONS, MOST_QUESTIONS);
  private final BatchQueue<PendingList> lists = new BatchQueue<>(MOST_EVENTS, MOST_QUESTIONS);

  /**
   * @param threads makes the readers' threads, which end after {@link #close}
   * @param readers how many statements of a kind may run at once
   */
  public BatchedReads(EventStatements statements, ThreadFactory threads, int readers) {
    for (int i = 0; i < readers; i++) {
      ReadBatch<PendingGet> get = new ReadBatch<>(statements::get);
      threads.newThread(new BatchWorker<>(gets, get::settle)).start();
      ReadBatch<PendingList> list = new ReadBatch<>(statements::list);
      threads.newThread(new BatchWorker<>(lists, list::settle)).start();
    }
  }

  /** As {@link calendar.event.EventStorage#get}. */
  public CompletableFuture<Event> get(String ownerId, UUID id) {
    PendingGet pending = PendingGet.of(ownerId, id);
    gets.offer(pending);
    return pending.answer();
  }

  /** As {@link calendar.event.EventStorage#list}. */
  public CompletableFuture<List<Event>> list(
      String ownerId, Interval interval, Optional<Instant> after, int limit) {
    PendingList pending = PendingList.of(ownerId, interval, after, limit);
    lists.offer(pending);
    return pending.answer();
  }

  public boolean takesGets() {
    return gets.takes();
  }

  public boolean takesLists() {
    return lists.takes();
  }

  /** Takes no more. What was taken in is still answered. */
  @Override
  public void close() {
    gets.close();
    lists.close();
  }
}

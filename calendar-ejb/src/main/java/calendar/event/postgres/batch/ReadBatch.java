package calendar.event.postgres.batch;

import calendar.batching.Pending;
import calendar.database.Retries;
import calendar.error.StorageUnavailableException;
import calendar.event.Event;
import java.util.List;
import java.util.function.Function;

/**
 * Runs reads in one statement. Each gets its own result: one that the database cannot process fails
 * by itself. Safe for use by any number of threads.
 *
 * @param <P> the type of the reads
 */
final class ReadBatch<P extends PendingRead<?>> {
  private final Function<List<P>, List<List<Event>>> statement;

  /**
   * @param statement returns the events for each read of a batch, in their order
   */
  ReadBatch(Function<List<P>, List<List<Event>>> statement) {
    this.statement = statement;
  }

  /** Completes every read of the batch. */
  void readAll(List<P> batch) {
    List<P> wanted = batch.stream().filter(Pending::isWanted).toList();
    if (wanted.isEmpty()) {
      return;
    }
    try {
      complete(wanted, Retries.onLostConnection(() -> statement.apply(wanted)));
    } catch (StorageUnavailableException unavailable) {
      wanted.forEach(read -> read.fail(unavailable));
    } catch (RuntimeException failure) {
      // One read fails the whole statement. Run each by itself to find it.
      if (wanted.size() > 1) {
        wanted.forEach(read -> readAll(List.of(read)));
      } else {
        wanted.get(0).fail(failure);
      }
    }
  }

  private static void complete(List<? extends PendingRead<?>> reads, List<List<Event>> found) {
    for (int i = 0; i < reads.size(); i++) {
      reads.get(i).complete(found.get(i));
    }
  }
}

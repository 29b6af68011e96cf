package calendar.event.postgres.batch;

import calendar.batching.Pending;
import calendar.error.StorageUnavailableException;
import calendar.event.Event;
import java.util.List;
import java.util.function.Function;

/**
 * Reads that share a statement. Each is answered for itself: one that the database cannot take
 * fails alone.
 *
 * @param <P> a kind of reads
 */
public final class ReadBatch<P extends PendingRead<?>> {
  private final Function<List<P>, List<List<Event>>> statement;

  /**
   * @param statement finds the events for each of a batch, in their order
   */
  public ReadBatch(Function<List<P>, List<List<Event>>> statement) {
    this.statement = statement;
  }

  /** Answers every one of them. */
  public void settle(List<P> batch) {
    List<P> wanted = batch.stream().filter(Pending::isWanted).toList();
    if (wanted.isEmpty()) {
      return;
    }
    try {
      answer(wanted);
    } catch (StorageUnavailableException gone) {
      // It may have been the connection alone.
      again(wanted);
    } catch (RuntimeException failure) {
      if (wanted.size() == 1) {
        wanted.get(0).refuse(failure);
      } else {
        wanted.forEach(one -> settle(List.of(one)));
      }
    }
  }

  private void again(List<P> wanted) {
    try {
      answer(wanted);
    } catch (StorageUnavailableException gone) {
      wanted.forEach(read -> read.refuse(gone));
    }
  }

  private void answer(List<P> reads) {
    List<List<Event>> found = statement.apply(reads);
    for (int i = 0; i < reads.size(); i++) {
      reads.get(i).found(found.get(i));
    }
  }
}

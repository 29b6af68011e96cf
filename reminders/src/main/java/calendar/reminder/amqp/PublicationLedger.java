package calendar.reminder.amqp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What became of the messages that were published on one channel. A message counts as taken once
 * the broker has acknowledged it and has not returned it as unroutable, in whatever order it says
 * so. Safe for use by any number of threads.
 */
final class PublicationLedger {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final NavigableMap<Long, Publication> inFlight = new TreeMap<>();
  private final List<Publication> acknowledged = new ArrayList<>();
  private final Set<String> returned = new HashSet<>();
  private boolean broken;

  /** Notes a message before it is sent: its answer may be quick. */
  void sending(long number, Publication publication) {
    locked(() -> inFlight.put(number, publication));
  }

  /**
   * @param multiple whether all up to this one are acknowledged
   */
  void acknowledged(long number, boolean multiple) {
    locked(() -> acknowledged.addAll(answered(number, multiple)));
  }

  /** As {@link #acknowledged}, but the broker could not take them. */
  void refused(long number, boolean multiple) {
    locked(() -> answered(number, multiple));
  }

  /** Notes that a message reached no queue; a broker tells its id alone. */
  void returned(String messageId) {
    locked(() -> returned.add(messageId));
  }

  /** Notes that no answer will come any more. */
  void broken() {
    locked(() -> broken = true);
  }

  /**
   * Waits until fewer than so many messages are without an answer.
   *
   * @return whether they are; not if the channel broke or the time is up
   */
  boolean awaitFewerThan(int limit, Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (inFlight.size() >= limit && !broken && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return inFlight.size() < limit && !broken;
    } finally {
      lock.unlock();
    }
  }

  /** Those that the broker has surely taken. */
  List<Publication> taken() {
    lock.lock();
    try {
      return acknowledged.stream()
          .filter(publication -> !returned.contains(publication.properties().getMessageId()))
          .toList();
    } finally {
      lock.unlock();
    }
  }

  private List<Publication> answered(long number, boolean multiple) {
    var answered =
        multiple ? inFlight.headMap(number, true) : inFlight.subMap(number, true, number, true);
    List<Publication> publications = List.copyOf(answered.values());
    answered.clear();
    return publications;
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}

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
 * Records the broker's answers to the messages of one channel. A message is confirmed if the broker
 * has acknowledged it and has not returned it as unroutable, in either order. Safe for use by any
 * number of threads.
 */
final class PublicationLedger {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final NavigableMap<Long, Publication> inFlight = new TreeMap<>();
  private final List<Publication> acknowledged = new ArrayList<>();
  private final Set<String> returned = new HashSet<>();
  private boolean broken;

  /** Records a message. Call it before sending, because the answer may arrive at once. */
  void sending(long number, Publication publication) {
    locked(() -> inFlight.put(number, publication));
  }

  /**
   * Records an acknowledgement.
   *
   * @param multiple true if it covers all messages up to this one
   */
  void acknowledged(long number, boolean multiple) {
    locked(() -> acknowledged.addAll(answered(number, multiple)));
  }

  /** Records a negative acknowledgement, with the parameters of {@link #acknowledged}. */
  void rejected(long number, boolean multiple) {
    locked(() -> answered(number, multiple));
  }

  /** Records that a message reached no queue. The broker reports only its id. */
  void returned(String messageId) {
    locked(() -> returned.add(messageId));
  }

  /** Records that no more answers will arrive. */
  void broken() {
    locked(() -> broken = true);
  }

  /**
   * Waits until fewer than {@code limit} messages have no answer.
   *
   * @return false if the channel broke or the time ran out first
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

  /** Returns the confirmed messages. */
  List<Publication> confirmed() {
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

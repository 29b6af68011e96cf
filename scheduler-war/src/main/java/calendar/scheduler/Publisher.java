package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.DueReminder;
import calendar.reminder.QueueUnavailableException;
import calendar.reminder.ReminderQueue;
import calendar.reminder.ReminderStorage;
import calendar.time.ClockCheck;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Publishes what is due, claim by claim. While the queue takes the reminders of one claim, the next
 * one is made and sent already, so that neither the storage nor the queue waits for the other: two
 * claims are on their way into the queue at most, however much is due. What it has taken is marked
 * later ({@link Unmarked}).
 *
 * <p>Publishing is for one thread at a time; {@link #stop} is for any.
 */
final class Publisher {
  private static final Duration A_FEW_SECONDS = Duration.ofSeconds(5);

  private final ReminderStorage storage;
  private final ReminderQueue queue;
  private final SchedulerSettings settings;
  private final Clock clock;
  private final ClockCheck clocks;
  private final SchedulerMetrics metrics;
  private final Unmarked unmarked;
  private volatile boolean stopped;

  Publisher(
      ReminderStorage storage,
      ReminderQueue queue,
      SchedulerSettings settings,
      Clock clock,
      ClockCheck clocks,
      SchedulerMetrics metrics) {
    this.storage = storage;
    this.queue = queue;
    this.settings = settings;
    this.clock = clock;
    this.clocks = clocks;
    this.metrics = metrics;
    this.unmarked = new Unmarked(storage, settings, clock, clocks);
  }

  /**
   * Publishes until nothing is due any more. Throws what the storage and the queue throw, and what
   * the other work does; nothing is in hand then, but for what could not be marked yet, and what
   * could not be released: the lease gives that back.
   *
   * @param otherWork is done every few seconds, if that takes longer
   * @return whether there was anything
   */
  boolean publishDue(Runnable otherWork) {
    unmarked.markAll();
    boolean any;
    try {
      any = publishAll(otherWork);
    } catch (RuntimeException | Error failure) {
      inTheWakeOf(failure, unmarked::markAll);
      throw failure;
    }
    unmarked.markAll();
    return any;
  }

  /** Ends publishing that is under way: nothing is claimed any more, and what is sent heard out. */
  void stop() {
    stopped = true;
  }

  private boolean publishAll(Runnable otherWork) {
    Instant begin = clock.instant();
    Optional<Flight> flight = sendNext();
    boolean any = flight.isPresent();
    while (flight.isPresent()) {
      flight = sendNextAndFinish(flight.get());
      if (flight.isPresent() && isLongAgo(begin)) {
        doWhile(flight.get(), otherWork);
        begin = clock.instant();
      }
    }
    return any;
  }

  private boolean isLongAgo(Instant begin) {
    return Duration.between(begin, clock.instant()).abs().compareTo(A_FEW_SECONDS) >= 0;
  }

  private void doWhile(Flight flight, Runnable otherWork) {
    try {
      otherWork.run();
    } catch (RuntimeException | Error failure) {
      inTheWakeOf(failure, () -> finish(flight));
      throw failure;
    }
  }

  private Optional<Flight> sendNextAndFinish(Flight flight) {
    Optional<Flight> next;
    try {
      next = sendNext();
    } catch (RuntimeException | Error failure) {
      inTheWakeOf(failure, () -> finish(flight));
      throw failure;
    }
    try {
      finish(flight);
    } catch (RuntimeException | Error failure) {
      next.ifPresent(sent -> inTheWakeOf(failure, () -> finish(sent)));
      throw failure;
    }
    return next;
  }

  /** Takes a step all the same; what it throws is told with the failure. */
  private static void inTheWakeOf(Throwable failure, Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error another) {
      if (another != failure) {
        failure.addSuppressed(another);
      }
    }
  }

  /** Claims what is due, and sends it. */
  private Optional<Flight> sendNext() {
    if (stopped) {
      return Optional.empty();
    }
    Instant now = clocks.now();
    Instant claimed = clock.instant();
    Claim claim = storage.claim(now, settings.batchSize(), settings.lease());
    if (claim.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Flight(claim, claimed, queue.publish(claim.reminders()), clock));
    } catch (RuntimeException | Error failure) {
      inTheWakeOf(failure, () -> release(claim.id(), claim.reminders()));
      throw failure;
    }
  }

  private void finish(Flight flight) {
    List<DueReminder> taken = flight.taken();
    List<DueReminder> refused = flight.refused();
    taken.forEach(
        reminder -> metrics.published(reminder, flight.landing(), flight.repeats(reminder)));
    try {
      release(flight.claimId(), refused);
    } finally {
      unmarked.add(flight.claimId(), flight.claimed(), ids(taken));
    }
    if (!refused.isEmpty()) {
      throw new QueueUnavailableException(
          "the queue did not take %d of %d reminders"
              .formatted(refused.size(), refused.size() + taken.size()));
    }
  }

  private void release(UUID claimId, List<DueReminder> reminders) {
    if (!reminders.isEmpty()) {
      storage.release(claimId, ids(reminders));
    }
  }

  private static List<UUID> ids(List<DueReminder> reminders) {
    return reminders.stream().map(DueReminder::reminderId).toList();
  }
}

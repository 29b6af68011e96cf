package calendar.scheduler;

import static java.util.stream.Collectors.toSet;

import calendar.reminder.DueReminder;
import calendar.reminder.messaging.Publishing;
import calendar.reminder.messaging.ReminderQueue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A queue in memory. It confirms every reminder that is not in {@link #unconfirmed}. */
final class MemoryQueue implements ReminderQueue {
  private final Faults faults;

  /** The ids of all reminders that were sent, in order. */
  final List<UUID> sent = new ArrayList<>();

  /** The ids of the reminders that the queue does not confirm. */
  final Set<UUID> unconfirmed = new HashSet<>();

  /** The number of batches that were sent. */
  int batches;

  /** The number of batches that wait for {@link Publishing#awaitConfirmed}. */
  int inFlight;

  int mostInFlight;

  /** Runs while a batch waits for its confirms. */
  Runnable duringWait = () -> {};

  MemoryQueue(Faults faults) {
    this.faults = faults;
  }

  @Override
  public Publishing publish(List<DueReminder> reminders) {
    return (Publishing) unchecked("publish", () -> send(reminders));
  }

  private Publishing send(List<DueReminder> reminders) {
    List<UUID> ids = reminders.stream().map(DueReminder::reminderId).toList();
    sent.addAll(ids);
    batches++;
    inFlight++;
    mostInFlight = Math.max(mostInFlight, inFlight);
    return () -> {
      inFlight--;
      @SuppressWarnings("unchecked")
      Set<UUID> confirmed = (Set<UUID>) unchecked("awaitConfirmed", () -> confirm(ids));
      return confirmed;
    };
  }

  private Set<UUID> confirm(List<UUID> ids) {
    duringWait.run();
    return ids.stream().filter(id -> !unconfirmed.contains(id)).collect(toSet());
  }

  @Override
  public void ping() {
    unchecked("ping", () -> null);
  }

  private Object unchecked(String name, Faults.Operation operation) {
    try {
      return faults.run(name, operation);
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}

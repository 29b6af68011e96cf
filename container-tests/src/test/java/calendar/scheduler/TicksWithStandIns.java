package calendar.scheduler;

import calendar.reminder.DueReminder;
import calendar.reminder.ReminderStorage;
import calendar.reminder.messaging.Publishing;
import calendar.reminder.messaging.ReminderQueue;
import calendar.time.MovableClock;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Ticks by hand with doubles of the queue, the storage and the clock. */
abstract class TicksWithStandIns extends TicksByHand {

  /** The number of batches that were sent. */
  int sent;

  /** The real queue; runs an action before it waits for confirms. */
  ReminderQueue queueWith(Callable<?> event) {
    return new ReminderQueue() {
      @Override
      public Publishing publish(List<DueReminder> reminders) {
        Publishing publishing = queue.publish(reminders);
        sent++;
        return () -> {
          try {
            event.call();
          } catch (Exception failure) {
            throw new IllegalStateException(failure);
          }
          return publishing.awaitConfirmed();
        };
      }

      @Override
      public void ping() {
        queue.ping();
      }
    };
  }

  /** The real queue; the clock moves by a time while it waits for confirms. */
  ReminderQueue queueThatTakes(Duration time, MovableClock clock) {
    return queueWith(
        () -> {
          clock.moveBy(time);
          return null;
        });
  }

  /** The real storage; passes each method's name to an action before the call. */
  ReminderStorage storageWith(Consumer<String> event) {
    return (ReminderStorage)
        Proxy.newProxyInstance(
            ReminderStorage.class.getClassLoader(),
            new Class<?>[] {ReminderStorage.class},
            (proxy, method, arguments) -> {
              event.accept(method.getName());
              return method.invoke(storage, arguments);
            });
  }

  /** A clock that stands a minute after everything due was due. */
  static MovableClock clock() {
    return new MovableClock(NOW.plus(MINUTE));
  }
}

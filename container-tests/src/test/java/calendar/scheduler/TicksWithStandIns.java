package calendar.scheduler;

import calendar.reminder.DueReminder;
import calendar.reminder.ReminderStorage;
import calendar.reminder.messaging.Publishing;
import calendar.reminder.messaging.ReminderQueue;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
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

  /** A clock that moves only when a test moves it. Everything due was due a minute before. */
  static final class MovedClock extends Clock {
    private Instant now = NOW.plus(MINUTE);

    @Override
    public Instant instant() {
      return now;
    }

    int moveOn(Duration duration) {
      now = now.plus(duration);
      return 0;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("always in UTC");
    }
  }
}

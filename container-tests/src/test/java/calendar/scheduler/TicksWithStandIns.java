package calendar.scheduler;

import calendar.reminder.DueReminder;
import calendar.reminder.Publishing;
import calendar.reminder.ReminderQueue;
import calendar.reminder.ReminderStorage;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Ticks by hand, while something else happens to the queue, to the storage or to the clock. */
abstract class TicksWithStandIns extends TicksByHand {

  /** How many batches the queue got. */
  int sent;

  /** The real queue; something else happens while it takes reminders. */
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

  /** The real storage; something else happens before it does what it is asked. */
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

  /** A clock that stands still but for what it is moved on. All that is due was so a minute ago. */
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

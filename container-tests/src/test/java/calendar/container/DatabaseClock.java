package calendar.container;

import calendar.reminder.ReminderStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;

/** The real storage with another clock of its database. */
public final class DatabaseClock {
  private DatabaseClock() {}

  public static ReminderStorage set(ReminderStorage storage, Clock clock) {
    return (ReminderStorage)
        Proxy.newProxyInstance(
            ReminderStorage.class.getClassLoader(),
            new Class<?>[] {ReminderStorage.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("now")) {
                return clock.instant();
              }
              try {
                return method.invoke(storage, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }
}

package calendar.scheduler;

import calendar.reminder.ReminderStorage;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Lets one numbered call of a named operation fail, before or after the operation took effect. */
final class Faults {
  enum Moment {
    BEFORE,
    /** The operation takes effect, and its answer is lost. */
    AFTER
  }

  /** An operation that may fail. */
  @FunctionalInterface
  interface Operation {
    Object run() throws Throwable;
  }

  private final Map<String, Integer> calls = new HashMap<>();
  private String operation = "";
  private int call;
  private Moment moment = Moment.BEFORE;
  private Supplier<? extends Throwable> failure = AssertionError::new;

  /**
   * @param operation a method of the storage or the queue
   * @param call which call fails, from 1
   */
  void failAt(String operation, int call, Moment moment, Supplier<? extends Throwable> failure) {
    this.operation = operation;
    this.call = call;
    this.moment = moment;
    this.failure = failure;
    calls.clear();
  }

  void failNext(String operation, Supplier<? extends Throwable> failure) {
    failAt(operation, 1, Moment.BEFORE, failure);
  }

  /** From now on nothing fails. */
  void end() {
    operation = "";
  }

  /** Runs an operation, which fails if its turn has come. */
  Object run(String name, Operation work) throws Throwable {
    boolean fails = calls.merge(name, 1, Integer::sum) == call && name.equals(operation);
    if (fails && moment == Moment.BEFORE) {
      throw failure.get();
    }
    Object result = work.run();
    if (fails) {
      throw failure.get();
    }
    return result;
  }

  /** Returns the storage with these faults. */
  ReminderStorage in(ReminderStorage storage) {
    return (ReminderStorage)
        Proxy.newProxyInstance(
            ReminderStorage.class.getClassLoader(),
            new Class<?>[] {ReminderStorage.class},
            (proxy, method, arguments) -> {
              try {
                return run(method.getName(), () -> method.invoke(storage, arguments));
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}

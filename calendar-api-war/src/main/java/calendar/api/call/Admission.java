package calendar.api.call;

import calendar.event.Work;
import java.util.function.Predicate;

/**
 * Overload protection in front of parsing: a call that would be rejected later is rejected before
 * its request is parsed, because during an overload the rejections are most of the cost. A call
 * that is admitted may still be rejected. Safe for use by several threads.
 */
public final class Admission {
  private final Predicate<Work> capacity;
  private final StorageState storage;

  /**
   * @param capacity returns true if one more call with this work could be answered soon; asked for
   *     each call, so it must be cheap and must not block
   */
  public Admission(Predicate<Work> capacity, StorageState storage) {
    this.capacity = capacity;
    this.storage = storage;
  }

  /**
   * Returns false if the caller must get {@link calendar.error.OverloadedException}. While the
   * storage is unavailable every call is admitted, so that {@link CallPipeline} reports that
   * instead.
   */
  boolean admits(CalendarMethod method) {
    return method.work().isEmpty() || !storage.isAvailable() || capacity.test(method.work().get());
  }
}

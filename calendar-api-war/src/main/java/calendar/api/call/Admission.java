package calendar.api.call;

import calendar.batching.AdmissionControl;

/**
 * Overload protection in front of parsing: a call that would be rejected later is rejected before
 * its request is parsed, because during an overload the rejections are most of the cost. A call
 * that is admitted may still be rejected. Safe for use by several threads.
 */
public final class Admission {
  private final AdmissionControl control;
  private final StorageState storage;

  /**
   * @param control asked for each call
   */
  public Admission(AdmissionControl control, StorageState storage) {
    this.control = control;
    this.storage = storage;
  }

  /**
   * Returns false if the caller must get {@link calendar.error.OverloadedException}. While the
   * storage is unavailable every call is admitted, so that {@link CallPipeline} reports that
   * instead.
   */
  boolean admits(CalendarMethod method) {
    return method.operation().isEmpty()
        || !storage.isAvailable()
        || control.hasCapacity(method.operation().get());
  }
}

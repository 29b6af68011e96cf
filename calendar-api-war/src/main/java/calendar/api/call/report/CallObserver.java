package calendar.api.call.report;

/** Learns of the end of each call. Safe for use by several threads. */
@FunctionalInterface
public interface CallObserver {

  /** Called once for each call, on the thread that ends it. Must not block. */
  void ended(EndedCall call);
}

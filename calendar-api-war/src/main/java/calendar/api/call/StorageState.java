package calendar.api.call;

/** What is known about the storage without asking it. Safe for use by several threads. */
public interface StorageState {

  /** Returns false while calls must fail without asking the storage. */
  boolean isAvailable();

  /** Records that the storage has just answered a call. */
  void recordAnswer();
}

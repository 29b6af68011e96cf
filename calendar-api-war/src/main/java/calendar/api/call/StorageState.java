package calendar.api.call;

/**
 * The last known state of the storage; reading it never blocks. Safe for use by several threads.
 */
public interface StorageState {

  /** Returns false while calls must fail without asking the storage. */
  boolean isAvailable();

  /** Records that the storage has just answered a call. */
  void recordAnswer();
}

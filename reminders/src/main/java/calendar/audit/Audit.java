package calendar.audit;

/** Keeps a record of attempts. Safe for use by several threads. */
public interface Audit {
  /** Keeps nothing. */
  Audit OFF =
      new Audit() {
        @Override
        public void write(AuditEntry entry) {
          // Nobody wants to know.
        }

        @Override
        public boolean isOn() {
          return false;
        }
      };

  /**
   * Writes an entry. Blocks as short as writing to a file does.
   *
   * @throws calendar.error.StorageUnavailableException if it cannot be written, and must be
   */
  void write(AuditEntry entry);

  /** Returns true if entries are kept, so that they are worth making. */
  default boolean isOn() {
    return true;
  }

  /**
   * Makes sure that entries can be written, as far as is known, before something is changed.
   *
   * @throws calendar.error.StorageUnavailableException if they cannot, and must be
   */
  default void requireWritable() {}
}

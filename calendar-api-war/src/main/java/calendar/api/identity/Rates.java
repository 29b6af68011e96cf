package calendar.api.identity;

/**
 * Counts calls for each key. Safe for use by several threads.
 *
 * @param <K> the subject or the address that calls are counted for
 */
interface Rates<K> {

  /**
   * Counts one.
   *
   * @throws calendar.error.RateLimitedException if it is one too many; it does not count then
   */
  void take(K key);

  /**
   * Counts nothing.
   *
   * @throws calendar.error.RateLimitedException if {@link #take} would throw it
   */
  void require(K key);

  /** Does not count. */
  static <K> Rates<K> unlimited() {
    return new Rates<>() {
      @Override
      public void take(K key) {
        // Nobody asked for a limit.
      }

      @Override
      public void require(K key) {
        // Nobody asked for a limit.
      }
    };
  }
}

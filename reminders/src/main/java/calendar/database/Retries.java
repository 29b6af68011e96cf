package calendar.database;

import calendar.error.StorageUnavailableException;
import java.util.function.Supplier;

/** Repeats work that failed for a reason that may have disappeared. Holds no state. */
public final class Retries {
  private static final int MAX_ATTEMPTS = 5;

  private Retries() {}

  /**
   * Runs work, each time in a new transaction, until it does not collide with concurrent ones, at
   * most 5 times. PostgreSQL reports a conflict without its cause, and the cause may disappear
   * before the work has looked for it; so the work runs again.
   *
   * @param work throws {@link CollisionException} if it may succeed in another attempt
   * @throws StorageUnavailableException if all attempts collide
   */
  public static <T> T onCollision(Supplier<T> work) {
    CollisionException last = null;
    for (int attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      try {
        return work.get();
      } catch (CollisionException collision) {
        last = collision;
      }
    }
    throw new StorageUnavailableException(
        "gave up after %d conflicts with concurrent changes; try again".formatted(MAX_ATTEMPTS),
        last);
  }

  /** As {@link #onCollision(Supplier)}, for work without a result. */
  public static void onCollision(Runnable work) {
    onCollision(
        () -> {
          work.run();
          return null;
        });
  }

  /**
   * Runs a read, and once more if the database does not answer: perhaps only the connection was
   * lost.
   *
   * @throws StorageUnavailableException if the database does not answer the second time either
   */
  public static <T> T onLostConnection(Supplier<T> read) {
    try {
      return read.get();
    } catch (StorageUnavailableException lost) {
      return read.get();
    }
  }
}

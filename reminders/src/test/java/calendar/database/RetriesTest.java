package calendar.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.StorageUnavailableException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final AtomicInteger attempts = new AtomicInteger();

  private Supplier<String> failing(int times, RuntimeException failure) {
    return () -> {
      if (attempts.incrementAndGet() <= times) {
        throw failure;
      }
      return "done";
    };
  }

  @Test
  void repeatsWorkThatCollides() {
    CollisionException collision = new CollisionException("deadlock");

    assertThat(Retries.onCollision(failing(4, collision))).isEqualTo("done");
    assertThat(attempts).hasValue(5);
  }

  @Test
  void givesUpAfterFiveCollisions() {
    CollisionException collision = new CollisionException("deadlock");

    assertThatThrownBy(() -> Retries.onCollision(failing(5, collision)))
        .isInstanceOf(StorageUnavailableException.class)
        .hasMessage("gave up after 5 conflicts with concurrent changes; try again")
        .hasCause(collision);
    assertThat(attempts).hasValue(5);
  }

  @Test
  void neverRepeatsOtherFailures() {
    IllegalStateException bug = new IllegalStateException("bug");

    assertThatThrownBy(() -> Retries.onCollision(failing(1, bug))).isSameAs(bug);
    assertThatThrownBy(() -> Retries.onLostConnection(failing(2, bug))).isSameAs(bug);
    assertThat(attempts).hasValue(2);
  }

  @Test
  void repeatsReadOnceAfterLostConnection() {
    StorageUnavailableException lost = new StorageUnavailableException("connection lost");

    assertThat(Retries.onLostConnection(failing(1, lost))).isEqualTo("done");
    assertThatThrownBy(() -> Retries.onLostConnection(failing(4, lost))).isSameAs(lost);
    assertThat(attempts).as("two reads of two attempts").hasValue(4);
  }
}

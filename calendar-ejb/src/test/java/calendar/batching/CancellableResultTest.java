package calendar.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CancellableResultTest {
  private final CancellableResult<Integer> result = new CancellableResult<>();

  @Test
  void cancelOfDerivedFutureReachesSource() {
    CompletableFuture<String> derived = result.thenApply(n -> n + 1).thenApply(String::valueOf);

    assertThat(derived.cancel(false)).isTrue();

    assertThat(result).isCancelled();
    assertThatThrownBy(result::join).isInstanceOf(CancellationException.class);
    assertThatThrownBy(derived::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void completedResultCannotBeCancelled() {
    CompletableFuture<Integer> derived = result.thenApply(n -> n + 1);
    result.complete(1);

    assertThat(derived.cancel(false)).isFalse();

    assertThat(result).isCompletedWithValue(1);
    assertThat(derived).isCompletedWithValue(2);
  }

  @Test
  void cancelOfSourceReachesDerivedFuture() {
    CompletableFuture<Integer> derived = result.thenApply(n -> n + 1);

    result.cancel(false);

    assertThat(derived).isCompletedExceptionally();
  }
}

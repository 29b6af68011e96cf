package calendar.batching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class CancellableResultTest {
  private final CancellableResult<Integer> answer = new CancellableResult<>();

  @Test
  void whoGivesUpWhatWasMadeOfItGivesItUp() {
    CompletableFuture<String> made = answer.thenApply(n -> n + 1).thenApply(String::valueOf);

    assertThat(made.cancel(false)).isTrue();

    assertThat(answer).isCancelled();
    assertThatThrownBy(answer::join).isInstanceOf(CancellationException.class);
    assertThatThrownBy(made::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void whatWasAnsweredIsNotGivenUp() {
    CompletableFuture<Integer> made = answer.thenApply(n -> n + 1);
    answer.complete(1);

    assertThat(made.cancel(false)).isFalse();

    assertThat(answer).isCompletedWithValue(1);
    assertThat(made).isCompletedWithValue(2);
  }

  @Test
  void whoGivesUpTheAnswerGivesUpWhatWasMadeOfIt() {
    CompletableFuture<Integer> made = answer.thenApply(n -> n + 1);

    answer.cancel(false);

    assertThat(made).isCompletedExceptionally();
  }
}

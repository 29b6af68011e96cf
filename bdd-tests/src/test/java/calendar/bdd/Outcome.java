package calendar.bdd;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.function.Supplier;

/** How a call ended: with an answer or with a refusal. */
record Outcome<T>(Optional<T> answer, Optional<Refusal> refusal) {

  static <T> Outcome<T> of(Supplier<T> call) {
    try {
      return new Outcome<>(Optional.of(call.get()), Optional.empty());
    } catch (StatusRuntimeException error) {
      return new Outcome<>(Optional.empty(), Optional.of(Refusal.of(error)));
    }
  }

  T answered() {
    assertThat(refusal).as("the refusal of what should be done").isEmpty();
    return answer.orElseThrow();
  }

  Refusal refused() {
    assertThat(answer).as("the answer to what should be refused").isEmpty();
    return refusal.orElseThrow();
  }
}

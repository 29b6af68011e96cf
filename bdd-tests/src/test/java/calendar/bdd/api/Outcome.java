package calendar.bdd.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.StatusRuntimeException;
import java.util.Optional;
import java.util.function.Supplier;

/** The outcome of a call: an answer or a rejection. */
public record Outcome<T>(Optional<T> answer, Optional<Rejection> rejection) {

  public static <T> Outcome<T> of(Supplier<T> call) {
    try {
      return new Outcome<>(Optional.of(call.get()), Optional.empty());
    } catch (StatusRuntimeException error) {
      return new Outcome<>(Optional.empty(), Optional.of(Rejection.of(error)));
    }
  }

  public T answered() {
    assertThat(rejection).as("the rejection of a call that should succeed").isEmpty();
    return answer.orElseThrow();
  }

  public Rejection rejected() {
    assertThat(answer).as("the answer to a call that should be rejected").isEmpty();
    return rejection.orElseThrow();
  }
}

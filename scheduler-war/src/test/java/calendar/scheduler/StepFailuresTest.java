package calendar.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepFailuresTest {
  private final StepFailures failures = new StepFailures();

  private static Runnable failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  @Test
  void runsEveryStepAndThrowsFirstFailure() {
    List<String> steps = new ArrayList<>();
    IllegalStateException first = new IllegalStateException("first");
    IllegalStateException second = new IllegalStateException("second");

    failures.run(failing(first));
    failures.run(() -> steps.add("between"));
    failures.run(failing(second));
    failures.run(failing(first));

    assertThat(steps).containsExactly("between");
    assertThatThrownBy(failures::throwFirst).isSameAs(first).hasSuppressedException(second);
  }

  @Test
  void throwsErrors() {
    StackOverflowError tooDeep = new StackOverflowError();
    failures.run(
        () -> {
          throw tooDeep;
        });

    assertThatThrownBy(failures::throwFirst).isSameAs(tooDeep);
  }

  @Test
  void throwsNothingWithoutFailure() {
    failures.run(() -> {});

    assertThatCode(failures::throwFirst).doesNotThrowAnyException();
  }
}

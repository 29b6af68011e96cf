package calendar.bdd;

import calendar.v1.Event;
import java.util.function.Supplier;

/** How the scenario's last call ended. */
public final class LastCall {
  private Outcome<?> outcome;

  <T> Outcome<T> attempt(Supplier<T> call) {
    Outcome<T> attempted = Outcome.of(call);
    outcome = attempted;
    return attempted;
  }

  void attempt(Runnable call) {
    attempt(
        () -> {
          call.run();
          return "done";
        });
  }

  Outcome<?> outcome() {
    return outcome;
  }

  /** The event that the last call answered. */
  Event event() {
    return (Event) outcome.answered();
  }
}

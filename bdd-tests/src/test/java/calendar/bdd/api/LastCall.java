package calendar.bdd.api;

import calendar.v1.Event;
import java.util.function.Supplier;

/** The outcome of the scenario's last call. */
public final class LastCall {
  private Outcome<?> outcome;

  public <T> Outcome<T> attempt(Supplier<T> call) {
    Outcome<T> attempted = Outcome.of(call);
    outcome = attempted;
    return attempted;
  }

  public void attempt(Runnable call) {
    attempt(
        () -> {
          call.run();
          return "done";
        });
  }

  public Outcome<?> outcome() {
    return outcome;
  }

  /** The event in the last call's answer. */
  public Event event() {
    return (Event) outcome.answered();
  }
}

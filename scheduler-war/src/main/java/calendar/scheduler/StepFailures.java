package calendar.scheduler;

/**
 * Runs steps that must all run, whichever of them fail, and throws the first failure afterwards.
 * The other failures become its suppressed exceptions. Not thread safe.
 */
final class StepFailures {
  private Throwable first;

  /** Runs a step and keeps what it throws. */
  void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException | Error failure) {
      add(failure);
    }
  }

  /** Throws the first failure, if there is one. */
  void throwFirst() {
    if (first instanceof Error error) {
      throw error;
    }
    if (first instanceof RuntimeException failure) {
      throw failure;
    }
  }

  /** Keeps a failure that the caller has caught. */
  void add(Throwable failure) {
    if (first == null) {
      first = failure;
    } else if (failure != first) {
      first.addSuppressed(failure);
    }
  }
}

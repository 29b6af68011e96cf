package calendar.event;

import calendar.error.CalendarException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Runs a task on many threads that start at the same moment; keeps the threads for all rounds. */
public final class Race implements AutoCloseable {
  private final int runners;
  private final ExecutorService threads;

  public Race(int runners, ThreadFactory threadFactory) {
    this.runners = runners;
    this.threads = Executors.newFixedThreadPool(runners, threadFactory);
  }

  /** The task of one runner. */
  @FunctionalInterface
  public interface Run<T> {
    T run(int runner) throws Exception;
  }

  /**
   * The outcome of one round.
   *
   * @param answers the results of successful runners
   * @param refusals the errors of rejected runners
   */
  public record Outcome<T>(List<T> answers, List<CalendarException> refusals) {}

  /** Runs all runners once. Fails on any exception that is not a {@link CalendarException}. */
  public <T> Outcome<T> round(Run<T> run) throws Exception {
    CyclicBarrier start = new CyclicBarrier(runners);
    List<Future<T>> futures = new ArrayList<>();
    for (int i = 0; i < runners; i++) {
      int runner = i;
      Callable<T> task =
          () -> {
            start.await(30, TimeUnit.SECONDS);
            return run.run(runner);
          };
      futures.add(threads.submit(task));
    }
    Outcome<T> outcome = new Outcome<>(new ArrayList<>(), new ArrayList<>());
    for (Future<T> future : futures) {
      try {
        outcome.answers().add(future.get(60, TimeUnit.SECONDS));
      } catch (java.util.concurrent.ExecutionException failure) {
        outcome.refusals().add(refusal(failure.getCause()));
      }
    }
    return outcome;
  }

  private static CalendarException refusal(Throwable failure) throws Exception {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof CalendarException refusal) {
      return refusal;
    }
    throw new AssertionError("a runner failed", failure);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}

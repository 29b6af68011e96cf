package calendar.bdd.api;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Sends many calls at the same time, each from its own thread. */
public final class ConcurrentCalls {
  private ConcurrentCalls() {}

  public static <T> List<Outcome<T>> send(List<Supplier<T>> calls) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(calls.size());
    try {
      CountDownLatch ready = new CountDownLatch(calls.size());
      List<Future<Outcome<T>>> sent = new ArrayList<>();
      for (Supplier<T> call : calls) {
        sent.add(
            threads.submit(
                () -> {
                  ready.countDown();
                  ready.await();
                  return Outcome.of(call);
                }));
      }
      return outcomes(sent);
    } finally {
      threads.shutdownNow();
    }
  }

  private static <T> List<Outcome<T>> outcomes(List<Future<Outcome<T>>> sent)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<Outcome<T>> outcomes = new ArrayList<>();
    for (Future<Outcome<T>> call : sent) {
      outcomes.add(call.get(2 * Api.SECONDS_PER_CALL, SECONDS));
    }
    return outcomes;
  }
}

package calendar.client.importing;

import calendar.client.AsyncCalendarClient;
import calendar.client.CalendarCallException;
import calendar.client.RetryPolicy;
import calendar.client.RetryableException;
import calendar.client.UnreachableException;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Creates events, again and again while the calendar is overloaded or away, until it gives up for
 * all. Safe for use by many threads.
 */
final class Booker {
  private final AsyncCalendarClient client;
  private final RetryPolicy retries;
  private final AtomicReference<RetryableException> gaveUp = new AtomicReference<>();
  private volatile boolean answered;

  Booker(AsyncCalendarClient client, RetryPolicy retries) {
    this.client = client;
    this.retries = retries;
  }

  /** The failure after which nothing more is tried, if there was one. */
  Optional<RetryableException> gaveUp() {
    return Optional.ofNullable(gaveUp.get());
  }

  /** The booking; or the refusal; or, once this has given up, a {@link RetryableException}. */
  CompletableFuture<Booking> book(CreateEventRequest request) {
    return attempt(request, 1, false);
  }

  /**
   * @param maybeServed whether an earlier attempt may have created the event, though its answer
   *     never came
   */
  private CompletableFuture<Booking> attempt(
      CreateEventRequest request, int number, boolean maybeServed) {
    return client
        .createEvent(request)
        .whenComplete((answer, failure) -> noteAnswer(failure))
        .thenApply(answer -> booking(answer, maybeServed))
        .exceptionallyCompose(failure -> onFailure(request, number, maybeServed, cause(failure)));
  }

  private static Booking booking(CreateEventResponse answer, boolean maybeServed) {
    return answer.getReplayed() && !maybeServed ? Booking.ALREADY_THERE : Booking.CREATED;
  }

  private CompletableFuture<Booking> onFailure(
      CreateEventRequest request, int number, boolean maybeServed, Throwable failure) {
    if (!(failure instanceof RetryableException passing)) {
      return CompletableFuture.failedFuture(failure);
    }
    Optional<Duration> pause = worthWaiting() ? retries.pause(number, passing) : Optional.empty();
    if (pause.isEmpty()) {
      gaveUp.compareAndSet(null, passing);
      return CompletableFuture.failedFuture(passing);
    }
    boolean nowMaybeServed = maybeServed || passing instanceof UnreachableException;
    return CompletableFuture.supplyAsync(
            () -> attempt(request, number + 1, nowMaybeServed),
            CompletableFuture.delayedExecutor(pause.get().toMillis(), TimeUnit.MILLISECONDS))
        .thenCompose(next -> next);
  }

  private void noteAnswer(Throwable failure) {
    if (failure == null
        || cause(failure) instanceof CalendarCallException refusal
            && refusal.reason().isPresent()) {
      answered = true;
    }
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException ? failure.getCause() : failure;
  }

  /** A calendar that has not answered a single call is more likely not there than restarting. */
  private boolean worthWaiting() {
    return answered && gaveUp.get() == null;
  }
}

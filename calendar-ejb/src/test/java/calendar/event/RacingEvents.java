package calendar.event;

import calendar.event.field.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Threads that call the events of one owner at the same time. */
public abstract class RacingEvents extends Racing {
  static final int THREADS = 50;
  static final int ROUNDS = 200;
  static final Duration HOUR = Duration.ofHours(1);
  static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
  private static final Interval EVER =
      new Interval(START.minus(Duration.ofDays(400)), START.plus(Duration.ofDays(400)));

  final String owner = Drafts.newOwner();

  protected RacingEvents() {
    super(THREADS);
  }

  /** The storage under test. */
  protected abstract EventStorage storage();

  CreatedEvent create(Event event, Optional<UUID> requestId) {
    return storage().create(event, requestId).toCompletableFuture().join();
  }

  Event create(Event event) {
    return create(event, Optional.empty()).event();
  }

  /** Creates free events that last an hour. Their calls are in flight at the same time. */
  List<UUID> createFree(Instant start, int count) {
    List<CompletableFuture<CreatedEvent>> calls =
        Stream.generate(() -> Drafts.free(owner, start, start.plus(HOUR), HOUR))
            .limit(count)
            .map(free -> storage().create(free, Optional.empty()))
            .toList();
    return calls.stream().map(call -> call.join().event().id()).toList();
  }

  Event update(UUID id, UnaryOperator<Event> change) {
    return storage().update(owner, id, Optional.empty(), change);
  }

  void delete(Event event) {
    storage().delete(owner, event.id(), Optional.empty(), Drafts.NOW);
  }

  List<Event> all() {
    return list(EVER, 10_000);
  }

  List<Event> list(Interval interval, int limit) {
    return storage().list(owner, interval, Optional.empty(), limit).join();
  }

  static Instant hour(int number) {
    return START.plus(HOUR.multipliedBy(number));
  }
}

package calendar.event;

import static calendar.event.Drafts.event;
import static calendar.event.Drafts.newOwner;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.field.Interval;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Base of tests of an {@link EventStorage}. Each test has its own owner. */
public abstract class OnEventStorage {
  static final Instant NINE = Instant.parse("2026-12-01T09:00:00Z");
  static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
  static final Instant ELEVEN = Instant.parse("2026-12-01T11:00:00Z");
  static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
  static final Duration QUARTER = Duration.ofMinutes(15);

  final String owner = newOwner();

  /** The storage under test. */
  protected abstract EventStorage storage();

  final CreatedEvent create(Event event, UUID requestId) {
    return answer(storage().create(event, Optional.ofNullable(requestId)));
  }

  final Event create(Event event) {
    CreatedEvent created = create(event, null);
    assertThat(created.replayed()).isFalse();
    return created.event();
  }

  final List<Event> list(Instant start, Instant end) {
    return list(new Interval(start, end), Optional.empty(), 100);
  }

  final List<Event> list(Interval interval, Optional<EventPosition> after, int limit) {
    return answer(storage().list(owner, interval, after, limit));
  }

  final Event get(UUID id) {
    return get(owner, id);
  }

  final Event get(String ownerId, UUID id) {
    return answer(storage().get(ownerId, id));
  }

  private static <T> T answer(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException failure) {
      throw failure.getCause() instanceof RuntimeException refusal ? refusal : failure;
    }
  }
}

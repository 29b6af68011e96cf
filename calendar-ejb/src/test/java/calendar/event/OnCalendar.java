package calendar.event;

import static calendar.event.Drafts.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import calendar.event.memory.MemoryEventStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Base of tests of the calendar: a storage in memory and a fixed clock. */
abstract class OnCalendar {
  static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");
  static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
  static final Instant ELEVEN = Instant.parse("2026-12-01T11:00:00Z");

  final String owner = newOwner();
  final Calendar calendar =
      new Calendar(new MemoryEventStorage(), Clock.fixed(NOW, ZoneOffset.UTC));

  static EventDraft draft(
      String owner,
      String id,
      String title,
      String description,
      Instant start,
      Instant end,
      Duration... remindBefore) {
    return new EventDraft(owner, id, title, description, start, end, List.of(remindBefore), "");
  }

  EventDraft valid() {
    return draft(owner, "", "Tea", "", TEN, ELEVEN);
  }

  EventDraft withEtag(Event event, String etag) {
    return new EventDraft(owner, event.id().toString(), "Coffee", "", TEN, ELEVEN, List.of(), etag);
  }

  Event get(Event event) {
    return calendar.get(owner, event.id().toString()).join();
  }

  Event create(EventDraft draft) {
    return calendar.create(draft, "").toCompletableFuture().join().event();
  }

  List<String> violatedFields(Runnable call) {
    InvalidArgumentException invalid =
        catchThrowableOfType(InvalidArgumentException.class, call::run);
    assertThat(invalid).as("the call must be refused").isNotNull();
    return invalid.violations().stream().map(Violation::field).toList();
  }
}

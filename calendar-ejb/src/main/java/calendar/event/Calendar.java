package calendar.event;

import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.IcalUidExistsException;
import calendar.error.InvalidArgumentException;
import calendar.error.TimeConflictException;
import calendar.error.Violations;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * The calendar: validates what clients send, adds ids and times, and keeps events in an {@link
 * EventStorage}. Safe for use by any number of threads.
 *
 * <p>Every method throws {@link InvalidArgumentException}, which names each bad field, before it
 * calls the storage. Every method may throw {@link calendar.error.StorageUnavailableException}, or
 * return a future that fails with it.
 */
public final class Calendar {
  /** How many events a page has when the client does not say. */
  public static final int DEFAULT_PAGE_SIZE = 100;

  /** How many events a page has at most, whatever the client says. */
  public static final int LARGEST_PAGE_SIZE = 1_000;

  private final EventStorage storage;
  private final Clock clock;

  public Calendar(EventStorage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  /**
   * Books an event. Never blocks. A caller that no longer needs the event may cancel the result.
   *
   * @param requestId a UUID that makes the call safe to repeat (AIP-155); may be empty
   * @return completes when the event is durable. Fails with {@link IcalUidExistsException} if the
   *     owner has an event of the same component, otherwise with {@link TimeConflictException} if
   *     the owner's time is taken
   * @throws calendar.error.OverloadedException if too many requests wait
   */
  public CompletableFuture<CreatedEvent> create(EventDraft draft, String requestId) {
    EventDraft event = draft.truncated();
    Violations violations = new Violations();
    violations.require(event.id().isEmpty(), "event.id", "must be empty: the calendar chooses it");
    EventRules.owner(event.ownerId(), "event.owner_id", violations);
    EventRules.check(event, EventField.all(), violations);
    Optional<UUID> request = Identifiers.parseOptional(requestId, "request_id", violations);
    violations.throwIfAny();
    return storage.create(Event.book(event, UuidCreator.getTimeOrderedEpoch(), now()), request);
  }

  /**
   * Reads an event. Never blocks.
   *
   * @return fails with {@link EventNotFoundException} if the owner has no event with this id
   * @throws calendar.error.OverloadedException if too many requests wait
   */
  public CompletableFuture<Event> get(String ownerId, String id) {
    return storage.get(ownerId, eventId(ownerId, id));
  }

  /**
   * Changes an event. Checks the etag if the draft has one. Blocks.
   *
   * @param maskPaths the fields to change (AIP-134). {@code *} means all. Without paths, the fields
   *     of the first API version change, and each newer field that the draft sets
   * @throws EventNotFoundException if the owner has no event with this id
   * @throws EtagMismatchException if the event has changed since the etag was read
   * @throws IcalUidExistsException if the owner has another event of the same component
   * @throws TimeConflictException if the owner's time is taken by another event
   */
  public Event update(EventDraft draft, Collection<String> maskPaths) {
    EventDraft event = draft.truncated();
    Violations violations = new Violations();
    EventRules.owner(event.ownerId(), "event.owner_id", violations);
    Optional<UUID> id = Identifiers.parse(event.id(), "event.id", violations);
    Set<EventField> fields = EventField.named(maskPaths, event, violations);
    EventRules.check(event, fields, violations);
    violations.throwIfAny();
    UnaryOperator<Event> change = stored -> change(stored, event.over(stored, fields), fields);
    return storage.update(event.ownerId(), id.orElseThrow(), etag(event.etag()), change);
  }

  /**
   * Deletes an event and its reminders. Notes the component of an imported event as deleted.
   * Blocks.
   *
   * @param etag the state that the event must have; empty for any
   * @throws EventNotFoundException if the owner has no event with this id
   * @throws EtagMismatchException if the event has changed since the etag was read
   */
  public void delete(String ownerId, String id, String etag) {
    storage.delete(ownerId, eventId(ownerId, id), etag(etag), now());
  }

  /**
   * Lists the owner's events that overlap an interval, ordered by start, a page at a time. It never
   * waits.
   *
   * @param pageSize 0 means {@value #DEFAULT_PAGE_SIZE}, more than {@value #LARGEST_PAGE_SIZE}
   *     counts as that
   * @param after where the page before this one ended; empty for the first page
   * @param violations what the caller found wrong with the request, told together with what is
   *     found here
   * @throws calendar.error.OverloadedException if more wait than can be answered soon
   */
  public CompletableFuture<EventPage> list(
      String ownerId,
      Interval interval,
      int pageSize,
      Optional<Instant> after,
      Violations violations) {
    EventRules.owner(ownerId, "owner_id", violations);
    violations.require(pageSize >= 0, "page_size", "must not be negative");
    violations.throwIfAny();
    if (interval.isEmpty()) {
      return CompletableFuture.completedFuture(new EventPage(List.of(), Optional.empty()));
    }
    int size = pageSize == 0 ? DEFAULT_PAGE_SIZE : Math.min(pageSize, LARGEST_PAGE_SIZE);
    return storage
        .list(ownerId, interval, after, size + 1)
        .thenApply(events -> EventPage.of(events, size));
  }

  /**
   * Finds the owner's events that were imported from components with the given UIDs, and such
   * components whose events were deleted, a page at a time. It blocks.
   *
   * @param uids 1 to 500
   * @param after where the page before this one ended; empty for the first page
   * @param violations what the caller found wrong with the request, reported together with what is
   *     found here
   */
  public ComponentPage find(
      String ownerId, List<String> uids, Optional<ComponentId> after, Violations violations) {
    EventRules.owner(ownerId, "owner_id", violations);
    IcalRules.searched(uids, violations);
    violations.throwIfAny();
    return ComponentPage.of(
        storage.find(ownerId, uids, after, LARGEST_PAGE_SIZE + 1), LARGEST_PAGE_SIZE);
  }

  /** Checks all fields again: a valid new field may not fit an old one. */
  private Event change(Event stored, EventDraft draft, Set<EventField> fields) {
    Violations violations = new Violations();
    EventRules.check(draft, EventField.all(), violations);
    violations.throwIfAny();
    Event changed = stored.change(draft, now());
    return EventField.anyIcal(fields) ? changed.importedFrom(draft.ical()) : changed;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static UUID eventId(String ownerId, String id) {
    Violations violations = new Violations();
    EventRules.owner(ownerId, "owner_id", violations);
    Optional<UUID> eventId = Identifiers.parse(id, "id", violations);
    violations.throwIfAny();
    return eventId.orElseThrow();
  }

  private static Optional<String> etag(String etag) {
    return etag.isEmpty() ? Optional.empty() : Optional.of(etag);
  }
}

package calendar.event;

import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.IcalUidExistsException;
import calendar.error.InvalidArgumentException;
import calendar.error.TimeConflictException;
import calendar.error.Violations;
import calendar.event.field.ComponentId;
import calendar.event.field.EventField;
import calendar.event.field.Interval;
import calendar.event.field.TimeRules;
import calendar.page.Page;
import calendar.page.PageBudget;
import calendar.page.PageSize;
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
  private final EventStorage storage;
  private final Clock clock;
  private final boolean freeEvents;

  /** A calendar that accepts all events. */
  public Calendar(EventStorage storage, Clock clock) {
    this(storage, clock, true);
  }

  /**
   * @param freeEvents false to reject free events, while servers run that do not know them
   */
  public Calendar(EventStorage storage, Clock clock, boolean freeEvents) {
    this.storage = storage;
    this.clock = clock;
    this.freeEvents = freeEvents;
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
    check(event, EventField.all(), violations);
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
    UpdateMask mask = UpdateMask.of(maskPaths, event, violations);
    check(event, mask.fields(), violations);
    violations.throwIfAny();
    UnaryOperator<Event> change = stored -> change(stored, event, mask);
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
   * Lists the owner's events that overlap an interval, ordered by start and id, one page per call.
   * It never blocks.
   *
   * @param pageSize as of {@link PageSize#of}
   * @param after the position where the previous page ended; empty for the first page
   * @param budget the limit of the page in bytes; a page may end early because of it
   * @param violations the bad fields that the caller found. They are reported together with those
   *     found here
   * @param <T> an event in the form that the client gets
   * @throws calendar.error.OverloadedException if too many lists wait already
   */
  public <T> CompletableFuture<Page<T, EventPosition>> list(
      String ownerId,
      Interval interval,
      int pageSize,
      Optional<EventPosition> after,
      PageBudget<Event, T> budget,
      Violations violations) {
    EventRules.owner(ownerId, "owner_id", violations);
    int size = PageSize.of(pageSize, violations);
    violations.throwIfAny();
    if (interval.isEmpty()) {
      return CompletableFuture.completedFuture(Page.empty());
    }
    return storage
        .list(ownerId, interval, after, size + 1)
        .thenApply(
            events ->
                Page.cut(
                    events,
                    events.size() > size || EventTexts.fill(events),
                    budget,
                    Event::position));
  }

  /**
   * Finds the owner's events that were imported from components with the given UIDs, and deleted
   * components with these UIDs, at most {@value PageSize#LARGEST} per call. It blocks.
   *
   * @param uids 1 to 500
   * @param after the position where the previous page ended; empty for the first page
   * @param budget the limit of the page in bytes; a page may end early because of it
   * @param violations the bad fields that the caller found. They are reported together with those
   *     found here
   * @param <T> an entry in the form that the client gets
   */
  public <T> Page<T, ComponentId> find(
      String ownerId,
      List<String> uids,
      Optional<ComponentId> after,
      PageBudget<FoundComponent, T> budget,
      Violations violations) {
    EventRules.owner(ownerId, "owner_id", violations);
    IcalRules.searched(uids, violations);
    violations.throwIfAny();
    List<FoundComponent> found = storage.find(ownerId, uids, after, PageSize.LARGEST + 1);
    boolean incomplete =
        found.size() > PageSize.LARGEST || EventTexts.fill(FoundComponent.events(found));
    return Page.cut(found, incomplete, budget, FoundComponent::id);
  }

  private void check(EventDraft draft, Set<EventField> fields, Violations violations) {
    EventRules.check(draft, fields, violations);
    violations.require(
        freeEvents || !draft.isFree() || !fields.contains(EventField.AVAILABILITY),
        "event.availability",
        "must be BUSY: this server does not accept FREE events (features.free_events)");
  }

  /** Checks all fields again: a valid new field may not fit an old one. */
  private Event change(Event stored, EventDraft draft, UpdateMask mask) {
    Violations violations = new Violations();
    if (mask.isExplicit()) {
      TimeRules.checkKind(mask.fields(), stored.times(), violations);
      violations.throwIfAny();
    }
    EventDraft merged = draft.over(stored, mask.fields());
    EventRules.check(merged, EventField.all(), violations);
    violations.throwIfAny();
    Event changed = stored.change(merged, now());
    return mask.namesSource() ? changed.importedFrom(merged.ical()) : changed;
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

package calendar.event;

import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.IcalUidExistsException;
import calendar.error.StorageUnavailableException;
import calendar.error.TimeConflictException;
import calendar.event.field.ComponentId;
import calendar.event.field.Interval;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Keeps events and rejects a busy event that overlaps another busy one of the same owner. Safe for
 * use by any number of threads. A call sees the effects of all calls that completed before it.
 *
 * <p>Every method may throw {@link StorageUnavailableException}, or return a future that fails with
 * it.
 */
public interface EventStorage {

  /**
   * Adds an event. Never blocks: the result completes when the event is durable, perhaps on a
   * thread of the storage, which callbacks must not block. A caller that no longer needs the event
   * may cancel the result; the event may still be added.
   *
   * <p>If the owner has an event that was created with the same request id, adds nothing and
   * returns that event as it is now. Deleting an event frees its request id.
   *
   * @return fails with {@link IcalUidExistsException} if the owner has an event of the same
   *     component, otherwise with {@link TimeConflictException} if the owner's time is taken
   * @throws calendar.error.OverloadedException if too many requests wait
   */
  CompletableFuture<CreatedEvent> create(Event event, Optional<UUID> requestId);

  /**
   * Reads an event. Never blocks; see {@link #create}.
   *
   * @return fails with {@link EventNotFoundException} if the owner has no event with this id
   * @throws calendar.error.OverloadedException if too many requests wait
   */
  CompletableFuture<Event> get(String ownerId, UUID id);

  /**
   * Changes an event. Other changes of it wait meanwhile. Blocks.
   *
   * @param etag the state that the event must have; empty for any
   * @param change makes the new event from the stored one. It must keep owner and id and have no
   *     side effects. It may be called more than once. If it throws, the event does not change
   * @return the new event
   * @throws EventNotFoundException if the owner has no event with this id
   * @throws EtagMismatchException if the event has another state
   * @throws IcalUidExistsException if the owner has another event of the same component
   * @throws TimeConflictException if the owner's time is taken by another event
   */
  Event update(String ownerId, UUID id, Optional<String> etag, UnaryOperator<Event> change);

  /**
   * Removes an event and its reminders. Notes the component of an imported event as deleted.
   * Blocks.
   *
   * @param etag the state that the event must have; empty for any
   * @param now when the event is deleted
   * @throws EventNotFoundException if the owner has no event with this id
   * @throws EtagMismatchException if the event has another state
   */
  void delete(String ownerId, UUID id, Optional<String> etag, Instant now);

  /**
   * Finds the owner's events that were imported from components with the given UIDs, and deleted
   * components with these UIDs that no event has now, ordered by {@link ComponentId}. Blocks.
   *
   * @param after finds only entries after this component; empty for all
   * @param limit the largest number of entries. There are fewer if the texts of the events exceed
   *     {@link EventTexts#LARGEST_LIST_BYTES}; the last entry is the event with which they do
   */
  List<FoundComponent> find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit);

  /**
   * Lists the owner's events that overlap an interval, in the order of {@link EventPosition}. Never
   * blocks; see {@link #create}.
   *
   * @param after lists only events after this position; empty for all
   * @param limit the largest number of events. There are fewer if their texts exceed {@link
   *     EventTexts#LARGEST_LIST_BYTES}; the last one is the event with which they do
   * @throws calendar.error.OverloadedException if too many requests wait
   */
  CompletableFuture<List<Event>> list(
      String ownerId, Interval interval, Optional<EventPosition> after, int limit);

  /** Checks that the storage answers. Blocks. Throws if it does not. */
  void ping();
}

package calendar.event;

import calendar.batching.Operation;
import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.IcalUidExistsException;
import calendar.error.StorageUnavailableException;
import calendar.error.TimeConflictException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/**
 * Keeps events, and refuses those that overlap another of the same owner. Safe for use by any
 * number of threads; what one call has answered, every later call sees.
 *
 * <p>Every method may throw {@link StorageUnavailableException}, or answer with it.
 */
public interface EventStorage {

  /**
   * Adds an event. It never waits: the answer completes once the event is durable, perhaps on
   * another thread, which must not be blocked for long. A caller that does not want the event any
   * more may cancel the answer; whether the event is added then is open.
   *
   * <p>Where an event of the owner was created with the same request id, that event is the answer,
   * as it now stands, and nothing is added. Deleting an event frees its request id.
   *
   * @return fails with {@link IcalUidExistsException} if the owner has an event of the same
   *     component, otherwise with {@link TimeConflictException} if the owner's time is taken
   * @throws calendar.error.OverloadedException if more wait than can be answered soon
   */
  CompletableFuture<CreatedEvent> create(Event event, Optional<UUID> requestId);

  /**
   * Reads an event. It never waits; see {@link #create}.
   *
   * @return fails with {@link EventNotFoundException} if the owner has none with this id
   * @throws calendar.error.OverloadedException if more wait than can be answered soon
   */
  CompletableFuture<Event> get(String ownerId, UUID id);

  /**
   * Replaces an event by what the change makes of it, while no other change of it is under way.
   *
   * @param etag the state that the event must be in; empty for any
   * @param change makes the new event of the present one; keeps owner and id, has no side effects,
   *     may be called more than once, and may throw, which leaves the event as it is
   * @return the new event
   * @throws EventNotFoundException if the owner has none with this id
   * @throws EtagMismatchException if the event is in another state
   * @throws IcalUidExistsException if the owner has another event of the same component
   * @throws TimeConflictException if the owner's time is taken by another event
   */
  Event update(String ownerId, UUID id, Optional<String> etag, UnaryOperator<Event> change);

  /**
   * Removes an event and its reminders. If it was imported, its component is remembered as deleted.
   *
   * @param etag the state that the event must be in; empty for any
   * @param now when the event is deleted
   * @throws EventNotFoundException if the owner has none with this id
   * @throws EtagMismatchException if the event is in another state
   */
  void delete(String ownerId, UUID id, Optional<String> etag, Instant now);

  /**
   * Finds the owner's events that were imported from components with the given UIDs, and such
   * components whose events were deleted and do not exist again, ordered by {@link ComponentId}. It
   * blocks.
   *
   * @param after only what comes after this component; empty for all
   * @param limit how many entries at most. There may be fewer although there is more, as in {@link
   *     #list}: then the texts of the events exceed {@link EventTexts#LARGEST_LIST_BYTES}, and the
   *     event with which they do is the last entry
   */
  List<FoundComponent> find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit);

  /**
   * Lists the owner's events that overlap an interval, ordered by start. Events of one owner never
   * overlap, so no two begin at once and a start tells where a page ended. It never waits; see
   * {@link #create}.
   *
   * @param after only events that begin after this time; empty for all
   * @param limit how many at most. There are fewer, although the interval has more, where their
   *     texts are of more than {@link EventTexts#LARGEST_LIST_BYTES}: the event that makes them so
   *     is the last one
   * @throws calendar.error.OverloadedException if more wait than can be answered soon
   */
  CompletableFuture<List<Event>> list(
      String ownerId, Interval interval, Optional<Instant> after, int limit);

  /**
   * Whether more work of this kind would be taken in now. A look that costs next to nothing, and no
   * promise.
   */
  boolean takes(Operation work);

  /** Returns if the storage answers. */
  void ping();
}

package calendar.series;

import calendar.error.EtagMismatchException;
import calendar.error.IcalUidExistsException;
import calendar.error.InvalidArgumentException;
import calendar.error.SeriesConflictException;
import calendar.error.SeriesNotFoundException;
import calendar.error.Violations;
import calendar.event.EventDraft;
import calendar.event.EventRules;
import calendar.event.Identifiers;
import calendar.page.Page;
import calendar.page.PageBudget;
import calendar.page.PageSize;
import calendar.series.model.FromDraft;
import calendar.series.model.OnConflict;
import calendar.series.model.SeriesDraft;
import calendar.series.model.SeriesKey;
import calendar.series.model.SeriesSettings;
import calendar.series.model.StoredSeries;
import calendar.series.plan.SeriesCreation;
import calendar.series.plan.SeriesDeletion;
import calendar.series.plan.SeriesExtension;
import calendar.series.plan.SeriesMask;
import calendar.series.plan.SeriesRules;
import calendar.series.plan.SeriesUpdate;
import calendar.series.storage.SeriesPlanner;
import calendar.series.storage.SeriesRequest;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The series of the calendar: validates what clients send, plans what a change writes, and keeps
 * series in a {@link SeriesStorage}. Safe for use by any number of threads.
 *
 * <p>Every method blocks. It throws {@link InvalidArgumentException}, which names each bad field,
 * and may throw {@link calendar.error.StorageUnavailableException}.
 */
public final class SeriesCalendar {
  private final SeriesStorage storage;
  private final SeriesSettings settings;
  private final Clock clock;
  private final boolean freeEvents;

  /**
   * @param freeEvents false to reject free series, while servers run that do not know free events
   */
  public SeriesCalendar(
      SeriesStorage storage, SeriesSettings settings, Clock clock, boolean freeEvents) {
    this.storage = storage;
    this.settings = settings;
    this.clock = clock;
    this.freeEvents = freeEvents;
  }

  /**
   * Books a series.
   *
   * @param requestId a UUID that makes the call safe to repeat (AIP-155); may be empty
   * @param isTrial true to write nothing and return the conflicts
   * @throws SeriesConflictException if the time of some occurrences is taken and conflicts are
   *     refused
   * @throws IcalUidExistsException if the owner has another series of the same component
   */
  public SeriesResult create(
      SeriesDraft draft, String requestId, OnConflict onConflict, boolean isTrial) {
    EventDraft first = draft.first().truncated();
    Violations violations = new Violations();
    violations.require(first.id().isEmpty(), "series.id", "must be empty: the calendar chooses it");
    EventRules.owner(first.ownerId(), "series.owner_id", violations);
    SeriesRules.check(first, SeriesMask.all(), violations);
    requireAccepted(first, violations);
    Optional<UUID> request = Identifiers.parseOptional(requestId, "request_id", violations);
    violations.throwIfAny();
    Instant now = now();
    SeriesPlanner creation =
        SeriesCreation.of(new SeriesDraft(first, draft.recurrence()), settings, now);
    return storage.change(
        new SeriesRequest(
            first.ownerId(), Optional.empty(), Optional.empty(), request, onConflict, isTrial, now),
        creation);
  }

  /**
   * Reads a series.
   *
   * @throws SeriesNotFoundException if the owner has no series with this id
   */
  public StoredSeries get(String ownerId, String id) {
    return storage.get(ownerId, seriesId(ownerId, id));
  }

  /**
   * Changes a series, or an occurrence and those that follow. See {@link SeriesUpdate}.
   *
   * @param maskPaths the fields to change (AIP-134). {@code *} means all, no paths those that are
   *     set
   * @param from the occurrence to begin with; {@link FromDraft#NONE} for the whole series
   * @throws SeriesNotFoundException if the owner has no series with this id
   * @throws EtagMismatchException if the series has changed since the etag was read
   * @throws SeriesConflictException if the new time of some occurrences is taken and conflicts are
   *     refused
   * @throws IcalUidExistsException if the owner has another series of the same component
   */
  public SeriesResult update(
      SeriesDraft draft,
      Collection<String> maskPaths,
      FromDraft from,
      String requestId,
      OnConflict onConflict,
      boolean isTrial) {
    SeriesDraft sent = new SeriesDraft(draft.first().truncated(), draft.recurrence());
    EventDraft first = sent.first();
    Violations violations = new Violations();
    EventRules.owner(first.ownerId(), "series.owner_id", violations);
    Optional<UUID> id = Identifiers.parse(first.id(), "series.id", violations);
    SeriesMask mask = SeriesMask.of(maskPaths, sent, violations);
    SeriesRules.check(first, mask.fields(), violations);
    requireAccepted(first, violations);
    Optional<UUID> request = Identifiers.parseOptional(requestId, "request_id", violations);
    violations.throwIfAny();
    Instant now = now();
    return storage.change(
        new SeriesRequest(
            first.ownerId(), id, etag(first.etag()), request, onConflict, isTrial, now),
        new SeriesUpdate(sent, mask, from, settings, now));
  }

  /**
   * Deletes a series with its occurrences, or an occurrence and those that follow.
   *
   * @param etag the state that the series must have; empty for any
   * @param from the occurrence to begin with; {@link FromDraft#NONE} for the whole series
   * @throws SeriesNotFoundException if the owner has no series with this id
   * @throws EtagMismatchException if the series has changed since the etag was read
   */
  public SeriesResult delete(String ownerId, String id, String etag, FromDraft from) {
    UUID seriesId = seriesId(ownerId, id);
    Instant now = now();
    return storage.change(
        new SeriesRequest(
            ownerId,
            Optional.of(seriesId),
            etag(etag),
            Optional.empty(),
            OnConflict.REFUSE,
            false,
            now),
        new SeriesDeletion(from, now));
  }

  /**
   * Lists an owner's series, ordered by id, one page per call.
   *
   * @param pageSize as of {@link PageSize#of}
   * @param after the id where the previous page ended; empty for the first page
   * @param budget the limit of the page in bytes; a page may end early because of it
   * @param violations the bad fields that the caller found. They are reported together with those
   *     found here
   * @param <T> a series in the form that the client gets
   */
  public <T> Page<T, UUID> list(
      String ownerId,
      int pageSize,
      Optional<UUID> after,
      PageBudget<StoredSeries, T> budget,
      Violations violations) {
    EventRules.owner(ownerId, "owner_id", violations);
    int size = PageSize.of(pageSize, violations);
    violations.throwIfAny();
    List<StoredSeries> found = storage.list(ownerId, after, size + 1);
    return Page.cut(found, found.size() > size, budget, stored -> stored.series().id());
  }

  /**
   * Books what the rules of series without an end give up to the horizon. Occurrences whose time is
   * taken are skipped.
   *
   * @param now by the clock of the database
   */
  public SeriesResult extend(SeriesKey key, Instant now) {
    return storage.change(
        new SeriesRequest(
            key.ownerId(),
            Optional.of(key.id()),
            Optional.empty(),
            Optional.empty(),
            OnConflict.SKIP,
            false,
            now),
        new SeriesExtension(settings, now));
  }

  private void requireAccepted(EventDraft first, Violations violations) {
    violations.require(
        freeEvents || !first.isFree(),
        "series.availability",
        "must be BUSY: this server does not accept FREE events (features.free_events)");
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static UUID seriesId(String ownerId, String id) {
    Violations violations = new Violations();
    EventRules.owner(ownerId, "owner_id", violations);
    Optional<UUID> seriesId = Identifiers.parse(id, "id", violations);
    violations.throwIfAny();
    return seriesId.orElseThrow();
  }

  private static Optional<String> etag(String etag) {
    return etag.isEmpty() ? Optional.empty() : Optional.of(etag);
  }
}

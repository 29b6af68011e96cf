package calendar.api.message;

import calendar.error.Conflict;
import calendar.error.Violations;
import calendar.page.Page;
import calendar.page.PageBudget;
import calendar.series.SeriesCalendar;
import calendar.series.model.FromDraft;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GetSeriesResponse;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.OccurrenceConflict;
import calendar.v1.Series;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Answers requests about series. Every method blocks, and throws what {@link SeriesCalendar}
 * throws. Safe for use by several threads.
 */
public final class SeriesCalls {
  /** How many conflicts of a trial clients get. */
  static final int CONFLICTS_SHOWN = 1_000;

  /** The most bytes of the field's tag and the message's length. */
  private static final int FRAME_BYTES = 5;

  private final SeriesCalendar calendar;
  private final PageBudget<StoredSeries, Series> budget;

  /**
   * @param pageBytes as for {@link EventLists}
   */
  public SeriesCalls(SeriesCalendar calendar, int pageBytes) {
    this.calendar = calendar;
    this.budget =
        new PageBudget<>(
            pageBytes, SeriesMessages::message, series -> series.getSerializedSize() + FRAME_BYTES);
  }

  /** As {@link SeriesCalendar#create}. */
  public CreateSeriesResponse create(CreateSeriesRequest request) {
    SeriesResult result =
        calendar.create(
            SeriesMessages.draft(request.getSeries()),
            request.getRequestId(),
            SeriesMessages.onConflict(request.getOnConflict()),
            request.getValidateOnly());
    CreateSeriesResponse.Builder response =
        CreateSeriesResponse.newBuilder().setReplayed(result.isReplayed());
    result.series().map(SeriesMessages::message).ifPresent(response::setSeries);
    if (request.getValidateOnly()) {
      response
          .setSeries(response.getSeries().toBuilder().clearId())
          .addAllConflicts(shown(result.conflicts()))
          .setConflictCount(result.conflicts().size());
    }
    return response.build();
  }

  /** As {@link SeriesCalendar#get}. */
  public GetSeriesResponse get(GetSeriesRequest request) {
    StoredSeries stored = calendar.get(request.getOwnerId(), request.getId());
    return GetSeriesResponse.newBuilder().setSeries(SeriesMessages.message(stored)).build();
  }

  /** As {@link SeriesCalendar#update}. */
  public UpdateSeriesResponse update(UpdateSeriesRequest request) {
    SeriesResult result =
        calendar.update(
            SeriesMessages.draft(request.getSeries()),
            request.getUpdateMask().getPathsList(),
            from(request),
            request.getRequestId(),
            SeriesMessages.onConflict(request.getOnConflict()),
            request.getValidateOnly());
    UpdateSeriesResponse.Builder response =
        UpdateSeriesResponse.newBuilder()
            .setReplayed(result.isReplayed())
            .setDetachedCount(result.detached());
    result.series().map(SeriesMessages::message).ifPresent(response::setSeries);
    result.earlier().map(SeriesMessages::message).ifPresent(response::setEarlierSeries);
    if (request.getValidateOnly()) {
      clearNewIds(response, request.getSeries().getId());
      response
          .addAllConflicts(shown(result.conflicts()))
          .setConflictCount(result.conflicts().size());
    }
    return response.build();
  }

  /** As {@link SeriesCalendar#delete}. */
  public DeleteSeriesResponse delete(DeleteSeriesRequest request) {
    SeriesResult result =
        calendar.delete(request.getOwnerId(), request.getId(), request.getEtag(), from(request));
    return DeleteSeriesResponse.newBuilder().setDeletedCount(result.removed()).build();
  }

  /** As {@link SeriesCalendar#list}. */
  public ListSeriesResponse list(ListSeriesRequest request) {
    Violations violations = new Violations();
    PageToken token = PageToken.boundTo(request);
    Optional<UUID> after = token.decodeId(request.getPageToken(), violations);
    Page<Series, UUID> page =
        calendar.list(request.getOwnerId(), request.getPageSize(), after, budget, violations);
    return ListSeriesResponse.newBuilder()
        .addAllSeries(page.entries())
        .setNextPageToken(page.next().map(token::encode).orElse(""))
        .build();
  }

  /** A trial stores nothing, so the new part of a split has no id. */
  private static void clearNewIds(UpdateSeriesResponse.Builder response, String storedId) {
    if (!response.getSeries().getId().equalsIgnoreCase(storedId)) {
      response.getSeriesBuilder().clearId();
    }
    if (response.hasEarlierSeries()
        && !response.getEarlierSeries().getId().equalsIgnoreCase(storedId)) {
      response.getEarlierSeriesBuilder().clearId();
    }
  }

  private static List<OccurrenceConflict> shown(List<Conflict> conflicts) {
    return conflicts.stream().limit(CONFLICTS_SHOWN).map(SeriesMessages::message).toList();
  }

  private static FromDraft from(UpdateSeriesRequest request) {
    return switch (request.getFromCase()) {
      case FROM_TIME -> new FromDraft(ProtoTime.instant(true, request.getFromTime()), null);
      case FROM_DATE -> new FromDraft(null, ProtoTime.date(true, request.getFromDate()));
      case FROM_NOT_SET -> FromDraft.NONE;
    };
  }

  private static FromDraft from(DeleteSeriesRequest request) {
    return switch (request.getFromCase()) {
      case FROM_TIME -> new FromDraft(ProtoTime.instant(true, request.getFromTime()), null);
      case FROM_DATE -> new FromDraft(null, ProtoTime.date(true, request.getFromDate()));
      case FROM_NOT_SET -> FromDraft.NONE;
    };
  }
}

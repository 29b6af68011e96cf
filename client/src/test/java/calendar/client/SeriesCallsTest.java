package calendar.client;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.client.error.IcalUidExistsException;
import calendar.client.error.SeriesNotFoundException;
import calendar.client.error.TimeConflictException;
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
import calendar.v1.SeriesConflicts;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

class SeriesCallsTest extends OnScriptedCalendar {
  private static final Series SERIES = Series.newBuilder().setId("s1").build();
  private static final CreateSeriesRequest CREATE =
      CreateSeriesRequest.newBuilder().setRequestId("r1").build();
  private static final GetSeriesRequest GET = GetSeriesRequest.newBuilder().setId("s1").build();
  private static final UpdateSeriesRequest UPDATE =
      UpdateSeriesRequest.newBuilder().setRequestId("r2").build();
  private static final DeleteSeriesRequest DELETE =
      DeleteSeriesRequest.newBuilder().setId("s1").build();
  private static final ListSeriesRequest LIST =
      ListSeriesRequest.newBuilder().setOwnerId("a").build();

  /** Series of three pages: their ids are the owner and the number of the page. */
  @Override
  Message answer(Message request) {
    if (request instanceof CreateSeriesRequest) {
      return CreateSeriesResponse.newBuilder().setSeries(SERIES).build();
    }
    if (request instanceof GetSeriesRequest) {
      return GetSeriesResponse.newBuilder().setSeries(SERIES).build();
    }
    if (request instanceof UpdateSeriesRequest) {
      return UpdateSeriesResponse.newBuilder().setSeries(SERIES).setDetachedCount(2).build();
    }
    if (request instanceof DeleteSeriesRequest) {
      return DeleteSeriesResponse.newBuilder().setDeletedCount(3).build();
    }
    ListSeriesRequest list = (ListSeriesRequest) request;
    int page = list.getPageToken().isEmpty() ? 1 : Integer.parseInt(list.getPageToken());
    return ListSeriesResponse.newBuilder()
        .addSeries(Series.newBuilder().setId(list.getOwnerId() + page))
        .setNextPageToken(page == 3 ? "" : Integer.toString(page + 1))
        .build();
  }

  @Test
  void makesEachCall() {
    assertThat(client.createSeries(CREATE).getSeries()).isEqualTo(SERIES);
    assertThat(client.getSeries(GET).getSeries()).isEqualTo(SERIES);
    assertThat(client.updateSeries(UPDATE).getDetachedCount()).isEqualTo(2);
    assertThat(client.deleteSeries(DELETE).getDeletedCount()).isEqualTo(3);
    assertThat(client.listSeries(LIST).getSeriesCount()).isEqualTo(1);
    assertThat(server.requests()).containsExactly(CREATE, GET, UPDATE, DELETE, LIST);
  }

  @Test
  void makesEachCallAsynchronously() {
    AsyncCalendarClient async = client.async();

    assertThat(async.createSeries(CREATE).join().getSeries()).isEqualTo(SERIES);
    assertThat(async.getSeries(GET).join().getSeries()).isEqualTo(SERIES);
    assertThat(async.updateSeries(UPDATE).join().getDetachedCount()).isEqualTo(2);
    assertThat(async.deleteSeries(DELETE).join().getDeletedCount()).isEqualTo(3);
    assertThat(async.listSeries(LIST).join().getSeriesCount()).isEqualTo(1);
    assertThat(server.requests()).containsExactly(CREATE, GET, UPDATE, DELETE, LIST);
  }

  @Test
  void readsAllPages() {
    assertThat(new SeriesPages(client).of(LIST))
        .extracting(Series::getId)
        .containsExactly("a1", "a2", "a3");
  }

  @Test
  void reportsUnknownSeries() {
    refuse(error(Code.NOT_FOUND, "SERIES_NOT_FOUND", Map.of()));

    assertThat(catchThrowableOfType(SeriesNotFoundException.class, () -> client.getSeries(GET)))
        .hasMessage("the message of SERIES_NOT_FOUND");
    ExecutionException later =
        catchThrowableOfType(ExecutionException.class, () -> client.async().getSeries(GET).get());
    assertThat(later).hasCauseExactlyInstanceOf(SeriesNotFoundException.class);
  }

  @Test
  void listsConflictsOfBusySeries() {
    OccurrenceConflict first = OccurrenceConflict.newBuilder().setConflictingEventId("e1").build();
    OccurrenceConflict second = OccurrenceConflict.newBuilder().setConflictingEventId("e2").build();
    refuse(
        error(
            Code.FAILED_PRECONDITION,
            "DATE_BUSY",
            Map.of("conflicting_event_id", "e1", "conflict_count", "47"),
            SeriesConflicts.newBuilder()
                .addConflicts(first)
                .addConflicts(second)
                .setConflictCount(47)
                .build()));

    TimeConflictException busy =
        catchThrowableOfType(TimeConflictException.class, () -> client.createSeries(CREATE));

    assertThat(busy.conflictingEventId()).isEqualTo("e1");
    assertThat(busy.conflicts()).containsExactly(first, second);
    assertThat(busy.conflictCount()).isEqualTo(47);
  }

  @Test
  void busyEventHasNoOccurrenceConflicts() {
    refuse(error(Code.FAILED_PRECONDITION, "DATE_BUSY", Map.of("conflicting_event_id", "e1")));

    TimeConflictException busy =
        catchThrowableOfType(TimeConflictException.class, () -> client.createSeries(CREATE));

    assertThat(busy.conflicts()).isEmpty();
    assertThat(busy.conflictCount()).isZero();
  }

  @Test
  void namesExistingSeriesOfComponent() {
    refuse(error(Code.ALREADY_EXISTS, "ICAL_UID_EXISTS", Map.of("existing_series_id", "s2")));

    IcalUidExistsException existing =
        catchThrowableOfType(IcalUidExistsException.class, () -> client.createSeries(CREATE));

    assertThat(existing.existingSeriesId()).isEqualTo("s2");
    assertThat(existing.existingEventId()).isEmpty();
  }
}

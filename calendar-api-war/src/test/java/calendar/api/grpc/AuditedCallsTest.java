package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import calendar.audit.Audit;
import calendar.audit.AuditEntry;
import calendar.audit.Outcome;
import calendar.batching.Operation;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.Series;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateSeriesRequest;
import com.google.protobuf.FieldMask;
import com.google.protobuf.util.Timestamps;
import com.google.type.Date;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** Which lines the audit gets for calls over gRPC. */
class AuditedCallsTest extends OnGrpcServer {
  private static final String TITLE = "Dentist, top secret";
  private static final FieldMask NEW_TITLE = FieldMask.newBuilder().addPaths("title").build();

  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  @Override
  Audit audit() {
    return entries::add;
  }

  @Test
  void changesOfEventsHaveLinesAndReadsHaveNone() {
    String requestId = UUID.randomUUID().toString();
    CreateEventRequest create =
        CreateEventRequest.newBuilder().setEvent(event()).setRequestId(requestId).build();
    String id = calendar.createEvent(create).getEvent().getId();
    calendar.getEvent(GetEventRequest.newBuilder().setOwnerId("ann").setId(id).build());
    calendar.listDayEvents(
        ListDayEventsRequest.newBuilder()
            .setOwnerId("ann")
            .setDate(Date.newBuilder().setYear(2031).setMonth(1).setDay(1))
            .build());
    assertThatThrownBy(
            () -> calendar.createEvent(CreateEventRequest.newBuilder().setEvent(event()).build()))
        .isInstanceOf(StatusRuntimeException.class);
    Event renamed = Event.newBuilder().setOwnerId("ann").setId(id).setTitle("Dentist").build();
    calendar.updateEvent(
        UpdateEventRequest.newBuilder().setEvent(renamed).setUpdateMask(NEW_TITLE).build());
    calendar.deleteEvent(DeleteEventRequest.newBuilder().setOwnerId("ann").setId(id).build());

    assertThat(entries)
        .extracting(AuditEntry::method, AuditEntry::ownerId, AuditEntry::id, AuditEntry::outcome)
        .containsExactly(
            tuple("CreateEvent", "ann", id, Outcome.OK),
            tuple("CreateEvent", "ann", "", Outcome.REFUSED),
            tuple("UpdateEvent", "ann", id, Outcome.OK),
            tuple("DeleteEvent", "ann", id, Outcome.OK));
    assertThat(entries.get(0).details()).containsEntry("request_id", requestId);
    assertThat(entries.get(1).details()).containsEntry("reason", "DATE_BUSY");
    assertThat(entries.toString()).doesNotContain("Dentist");
  }

  @Test
  void changesOfSeriesHaveLines() {
    Series series =
        Series.newBuilder()
            .setOwnerId("ann")
            .setTitle(TITLE)
            .setStartTime(Timestamps.fromSeconds(1_925_000_000))
            .setEndTime(Timestamps.fromSeconds(1_925_003_600))
            .setTimeZone("UTC")
            .addRecurrence("RRULE:FREQ=WEEKLY;COUNT=3")
            .build();
    calendar.createSeries(
        CreateSeriesRequest.newBuilder().setSeries(series).setValidateOnly(true).build());
    String id =
        calendar
            .createSeries(CreateSeriesRequest.newBuilder().setSeries(series).build())
            .getSeries()
            .getId();
    calendar.updateSeries(
        UpdateSeriesRequest.newBuilder()
            .setSeries(Series.newBuilder().setOwnerId("ann").setId(id).setTitle("Dentist"))
            .setUpdateMask(NEW_TITLE)
            .build());
    calendar.deleteSeries(DeleteSeriesRequest.newBuilder().setOwnerId("ann").setId(id).build());

    assertThat(entries)
        .extracting(
            AuditEntry::method, AuditEntry::id, entry -> entry.details().get("validate_only"))
        .containsExactly(
            tuple("CreateSeries", "", "true"),
            tuple("CreateSeries", id, ""),
            tuple("UpdateSeries", id, ""),
            tuple("DeleteSeries", id, null));
  }

  @Test
  void overloadBeforeParsingHasLineWithoutOwner() {
    overloaded.add(Operation.CREATE);

    assertThatThrownBy(
            () -> calendar.createEvent(CreateEventRequest.newBuilder().setEvent(event()).build()))
        .isInstanceOf(StatusRuntimeException.class);

    assertThat(entries)
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.method()).isEqualTo("CreateEvent");
              assertThat(entry.ownerId()).isEmpty();
              assertThat(entry.outcome()).isEqualTo(Outcome.REFUSED);
              assertThat(entry.details()).containsEntry("reason", "OVERLOADED");
            });
  }

  private static Event event() {
    return Event.newBuilder()
        .setOwnerId("ann")
        .setTitle(TITLE)
        .setStartTime(Timestamps.fromSeconds(1_925_000_000))
        .setEndTime(Timestamps.fromSeconds(1_925_003_600))
        .build();
  }
}

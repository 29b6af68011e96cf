package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.Event;
import calendar.v1.OccurrenceConflict;
import calendar.v1.OnConflict;
import calendar.v1.Series;
import calendar.v1.SeriesConflicts;
import calendar.v1.SkippedOccurrence;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import org.junit.jupiter.api.Test;

/** What clients get if the time of some occurrences is taken. */
class SeriesConflictsTest extends OnSeriesServer {

  @Test
  void refusesBusySeriesWithDetails() throws Exception {
    Event second = book("2031-05-12T08:30:00Z");
    Event fourth = book("2031-05-26T07:30:00Z");

    StatusRuntimeException busy = refused(() -> create(tea("RRULE:FREQ=WEEKLY;COUNT=5")));

    assertThat(busy.getStatus().getCode()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    ErrorInfo info = detail(busy, ErrorInfo.class);
    assertThat(info.getReason()).isEqualTo("DATE_BUSY");
    assertThat(info.getMetadataMap())
        .containsEntry("conflicting_event_id", second.getId())
        .containsEntry("conflicting_start_time", "2031-05-12T08:30:00Z")
        .containsEntry("conflicting_end_time", "2031-05-12T09:30:00Z")
        .containsEntry("conflict_count", "2");
    assertThat(detail(busy, SeriesConflicts.class))
        .isEqualTo(
            SeriesConflicts.newBuilder()
                .addConflicts(conflict("2031-05-12T08:00:00Z", "2031-05-12T09:00:00Z", second))
                .addConflicts(conflict("2031-05-26T08:00:00Z", "2031-05-26T09:00:00Z", fourth))
                .setConflictCount(2)
                .build());
    assertThat(events()).containsExactly(second, fourth);
  }

  private static OccurrenceConflict conflict(String start, String end, Event busy) {
    return OccurrenceConflict.newBuilder()
        .setStartTime(time(start))
        .setEndTime(time(end))
        .setConflictingEventId(busy.getId())
        .setConflictingStartTime(busy.getStartTime())
        .setConflictingEndTime(busy.getEndTime())
        .build();
  }

  /** A client with gRPC's default limits reads the details. */
  @Test
  void largestRefusalReachesDefaultClient() throws Exception {
    Series.Builder daily = tea("RRULE:FREQ=DAILY;COUNT=3000");
    create(daily);

    StatusRuntimeException busy = refused(() -> create(daily));

    SeriesConflicts conflicts = detail(busy, SeriesConflicts.class);
    assertThat(conflicts.getConflictsCount()).isEqualTo(20);
    assertThat(conflicts.getConflictCount()).isEqualTo(3_000);
  }

  @Test
  void skipsWhatIsTaken() {
    Event second = book("2031-05-12T08:30:00Z");

    CreateSeriesResponse booked =
        calendar.createSeries(
            request(tea("RRULE:FREQ=WEEKLY;COUNT=5")).toBuilder()
                .setOnConflict(OnConflict.ON_CONFLICT_SKIP)
                .build());

    assertThat(booked.getSeries().getOccurrenceCount()).isEqualTo(4);
    assertThat(booked.getSeries().getSkipCount()).isEqualTo(1);
    assertThat(booked.getSeries().getSkippedList())
        .containsExactly(
            SkippedOccurrence.newBuilder()
                .setOriginalStartTime(time("2031-05-12T08:00:00Z"))
                .setConflictingEventId(second.getId())
                .build());
    assertThat(booked.getConflictsList()).isEmpty();
    assertThat(booked.getConflictCount()).isZero();
    assertThat(events()).hasSize(5);
  }

  @Test
  void skippedDayHasADate() {
    book("2031-05-06T12:00:00Z");

    CreateSeriesResponse booked =
        calendar.createSeries(
            request(fair("RRULE:FREQ=DAILY;COUNT=3")).toBuilder()
                .setOnConflict(OnConflict.ON_CONFLICT_SKIP)
                .build());

    assertThat(booked.getSeries().getSkippedList())
        .extracting(SkippedOccurrence::getOriginalStartDate)
        .containsExactly(date(2031, 5, 6));
  }

  @Test
  void trialListsConflictsAndWritesNothing() throws Exception {
    Event second = book("2031-05-12T08:30:00Z");
    CreateSeriesRequest trial =
        request(tea("RRULE:FREQ=WEEKLY;COUNT=5")).toBuilder()
            .setValidateOnly(true)
            .setOnConflict(OnConflict.ON_CONFLICT_SKIP)
            .build();

    CreateSeriesResponse planned = calendar.createSeries(trial);

    assertThat(planned.getSeries().getId()).isEmpty();
    assertThat(planned.getSeries().getTitle()).isEqualTo("Tea");
    assertThat(planned.getConflictsList())
        .containsExactly(conflict("2031-05-12T08:00:00Z", "2031-05-12T09:00:00Z", second));
    assertThat(planned.getConflictCount()).isEqualTo(1);
    assertThat(events()).containsExactly(second);
  }

  @Test
  void trialShowsAThousandConflicts() {
    Series.Builder daily = tea("RRULE:FREQ=DAILY;COUNT=1001");
    create(daily);

    CreateSeriesResponse planned =
        calendar.createSeries(request(daily).toBuilder().setValidateOnly(true).build());

    assertThat(planned.getConflictCount()).isEqualTo(1_001);
    assertThat(planned.getConflictsList()).hasSize(1_000);
    assertThat(planned.getConflicts(999).getStartTime()).isEqualTo(time("2034-01-28T09:00:00Z"));
  }

  @Test
  void trialOfASplitHasNoNewId() {
    Series stored = create(tea("RRULE:FREQ=WEEKLY;COUNT=5")).getSeries();
    Event other = book("2031-05-19T10:00:00Z");

    UpdateSeriesResponse planned =
        calendar.updateSeries(
            UpdateSeriesRequest.newBuilder()
                .setSeries(
                    Series.newBuilder()
                        .setOwnerId("ann")
                        .setId(stored.getId())
                        .setStartTime(time("2031-05-19T10:00:00Z"))
                        .setEndTime(time("2031-05-19T11:00:00Z")))
                .setFromTime(time("2031-05-19T08:00:00Z"))
                .setValidateOnly(true)
                .build());

    assertThat(planned.getSeries().getId()).isEmpty();
    assertThat(planned.getEarlierSeries().getId()).isEqualTo(stored.getId());
    assertThat(planned.getConflictsList())
        .containsExactly(conflict("2031-05-19T10:00:00Z", "2031-05-19T11:00:00Z", other));
    assertThat(planned.getConflictCount()).isEqualTo(1);
    assertThat(events()).hasSize(6);
  }

  @Test
  void trialOfAnUpdateKeepsTheId() {
    Series stored = create(tea("RRULE:FREQ=WEEKLY;COUNT=5")).getSeries();

    UpdateSeriesResponse planned =
        calendar.updateSeries(
            UpdateSeriesRequest.newBuilder()
                .setSeries(
                    Series.newBuilder().setOwnerId("ann").setId(stored.getId()).setTitle("Coffee"))
                .setValidateOnly(true)
                .build());

    assertThat(planned.getSeries().getId()).isEqualTo(stored.getId());
    assertThat(planned.getSeries().getTitle()).isEqualTo("Coffee");
    assertThat(planned.hasEarlierSeries()).isFalse();
    assertThat(events()).extracting(Event::getTitle).containsOnly("Tea");
  }
}

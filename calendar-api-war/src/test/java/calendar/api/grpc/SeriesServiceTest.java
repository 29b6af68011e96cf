package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.GetSeriesRequest;
import calendar.v1.Series;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import io.grpc.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answers that clients get about series. */
class SeriesServiceTest extends OnSeriesServer {
  private static final String WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=5";
  private static final String REQUEST_ID = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";

  @Test
  void booksAndReadsTimedSeries() {
    Series.Builder sent =
        tea(WEEKLY)
            .addRecurrence("EXDATE:20310512T080000Z")
            .setDescription("With cake")
            .setLocation("Ghent")
            .addRemindBefore(Durations.fromMinutes(10))
            .setIcalUid("uid")
            .setIcalSequence(3)
            .setIcalModifiedTime(Timestamp.newBuilder().setSeconds(77))
            .setAvailability(Event.Availability.AVAILABILITY_FREE);

    CreateSeriesResponse booked = create(sent);

    Series series = booked.getSeries();
    assertThat(booked.getReplayed()).isFalse();
    assertThat(series.getId()).hasSize(36);
    assertThat(series.getEtag()).isNotEmpty();
    assertThat(series.hasCreateTime() && series.hasUpdateTime()).isTrue();
    assertThat(series.getBookedUntil()).isEqualTo(time("2031-06-02T09:00:00Z"));
    assertThat(series.getOccurrenceCount()).isEqualTo(4);
    assertThat(
            series.toBuilder()
                .clearId()
                .clearEtag()
                .clearCreateTime()
                .clearUpdateTime()
                .clearBookedUntil()
                .clearOccurrenceCount()
                .build())
        .isEqualTo(sent.build());
    assertThat(get(series)).isEqualTo(series);
    assertThat(ends).contains("CreateSeries OK", "GetSeries OK");
  }

  @Test
  void occurrencesNameTheirSeries() {
    Series series = create(tea(WEEKLY)).getSeries();
    Event second = events().get(1);

    Event moved =
        calendar
            .updateEvent(
                UpdateEventRequest.newBuilder()
                    .setEvent(second.toBuilder().setStartTime(time("2031-05-12T08:15:00Z")))
                    .setUpdateMask(FieldMask.newBuilder().addPaths("start_time"))
                    .build())
            .getEvent();

    assertThat(events()).extracting(Event::getSeriesId).containsOnly(series.getId());
    assertThat(moved.getOriginalStartTime()).isEqualTo(time("2031-05-12T08:00:00Z"));
    assertThat(moved.hasOriginalStartDate()).isFalse();
    assertThat(book("2031-05-05T12:00:00Z").getSeriesId()).isEmpty();
  }

  @Test
  void allDaySeriesHasDates() {
    Series series = create(fair("RRULE:FREQ=WEEKLY;COUNT=3")).getSeries();

    assertThat(series.getStartDate()).isEqualTo(date(2031, 5, 5));
    assertThat(series.getEndDate()).isEqualTo(date(2031, 5, 6));
    assertThat(series.getStartTime()).isEqualTo(time("2031-05-04T22:00:00Z"));
    assertThat(events())
        .extracting(Event::getOriginalStartDate)
        .containsExactly(date(2031, 5, 5), date(2031, 5, 12), date(2031, 5, 19));
  }

  @Test
  void repeatedCreateReturnsTheSeries() {
    CreateSeriesRequest request = request(tea(WEEKLY)).toBuilder().setRequestId(REQUEST_ID).build();

    Series first = calendar.createSeries(request).getSeries();
    CreateSeriesResponse again = calendar.createSeries(request);

    assertThat(again.getReplayed()).isTrue();
    assertThat(again.getSeries()).isEqualTo(first);
    assertThat(events()).hasSize(5);
  }

  @Test
  void splitReturnsBothParts() {
    Series series = create(tea(WEEKLY)).getSeries();
    UpdateSeriesRequest request =
        UpdateSeriesRequest.newBuilder()
            .setSeries(series.toBuilder().setTitle("Coffee"))
            .setUpdateMask(FieldMask.newBuilder().addPaths("title"))
            .setFromTime(time("2031-05-19T08:00:00Z"))
            .setRequestId(REQUEST_ID)
            .build();

    UpdateSeriesResponse split = calendar.updateSeries(request);
    UpdateSeriesResponse again = calendar.updateSeries(request);

    assertThat(split.getSeries().getTitle()).isEqualTo("Coffee");
    assertThat(split.getSeries().getOccurrenceCount()).isEqualTo(3);
    assertThat(split.getEarlierSeries().getId()).isEqualTo(series.getId());
    assertThat(split.getEarlierSeries().getOccurrenceCount()).isEqualTo(2);
    assertThat(split.getReplayed()).isFalse();
    assertThat(again).isEqualTo(split.toBuilder().setReplayed(true).build());
    assertThat(events())
        .extracting(Event::getTitle)
        .containsExactly("Tea", "Tea", "Coffee", "Coffee", "Coffee");
  }

  @Test
  void splitByDate() {
    Series series = create(fair("RRULE:FREQ=DAILY;COUNT=5")).getSeries();

    UpdateSeriesResponse split =
        calendar.updateSeries(
            UpdateSeriesRequest.newBuilder()
                .setSeries(
                    Series.newBuilder().setOwnerId("ann").setId(series.getId()).setTitle("Market"))
                .setFromDate(date(2031, 5, 8))
                .build());

    assertThat(split.getSeries().getStartDate()).isEqualTo(date(2031, 5, 8));
    assertThat(split.getEarlierSeries().getOccurrenceCount()).isEqualTo(3);
  }

  @Test
  void countsDetachedExceptions() {
    Series series = create(tea("RRULE:FREQ=DAILY;COUNT=5")).getSeries();
    Event second = events().get(1);
    calendar.updateEvent(
        UpdateEventRequest.newBuilder()
            .setEvent(second.toBuilder().setTitle("Coffee"))
            .setUpdateMask(FieldMask.newBuilder().addPaths("title"))
            .build());

    UpdateSeriesResponse weekly =
        calendar.updateSeries(
            UpdateSeriesRequest.newBuilder()
                .setSeries(series.toBuilder().clearRecurrence().addRecurrence(WEEKLY))
                .setUpdateMask(FieldMask.newBuilder().addPaths("recurrence"))
                .build());

    assertThat(weekly.getDetachedCount()).isEqualTo(1);
    Event single =
        calendar
            .getEvent(GetEventRequest.newBuilder().setOwnerId("ann").setId(second.getId()).build())
            .getEvent();
    assertThat(single.getSeriesId()).isEmpty();
    assertThat(single.hasOriginalStartTime()).isFalse();
  }

  @Test
  void deletesAPartAndThenTheRest() throws Exception {
    Series series = create(tea(WEEKLY)).getSeries();
    DeleteSeriesRequest delete =
        DeleteSeriesRequest.newBuilder().setOwnerId("ann").setId(series.getId()).build();
    calendar.deleteEvent(
        DeleteEventRequest.newBuilder().setOwnerId("ann").setId(events().get(0).getId()).build());

    assertThat(
            calendar
                .deleteSeries(delete.toBuilder().setFromTime(time("2031-05-19T08:00:00Z")).build())
                .getDeletedCount())
        .isEqualTo(3);
    assertRefused(
        Status.Code.ABORTED,
        "ETAG_MISMATCH",
        () -> calendar.deleteSeries(delete.toBuilder().setEtag(series.getEtag()).build()));
    assertThat(calendar.deleteSeries(delete).getDeletedCount()).isEqualTo(1);
    assertRefused(Status.Code.NOT_FOUND, "SERIES_NOT_FOUND", () -> calendar.deleteSeries(delete));
    assertRefused(Status.Code.NOT_FOUND, "SERIES_NOT_FOUND", () -> get(series));
  }

  @Test
  void namesTheExistingSeries() throws Exception {
    create(tea(WEEKLY).setIcalUid("uid"));

    assertRefused(
        Status.Code.ALREADY_EXISTS,
        "ICAL_UID_EXISTS",
        () ->
            create(
                fair("RRULE:FREQ=YEARLY;COUNT=2")
                    .setAvailability(Event.Availability.AVAILABILITY_FREE)
                    .setIcalUid("uid")));
  }

  @Test
  void rejectsUnknownEnums() throws Exception {
    assertInvalid("series.availability", () -> create(tea(WEEKLY).setAvailabilityValue(7)));
    assertInvalid(
        "on_conflict",
        () ->
            calendar.createSeries(request(tea(WEEKLY)).toBuilder().setOnConflictValue(7).build()));
  }

  @Test
  void rejectsTimesThatAreNoOccurrence() throws Exception {
    Series series = create(tea(WEEKLY)).getSeries();
    DeleteSeriesRequest delete =
        DeleteSeriesRequest.newBuilder().setOwnerId("ann").setId(series.getId()).build();

    for (Timestamp time :
        List.of(
            time("2031-05-19T08:30:00Z"),
            Timestamp.newBuilder().setNanos(-1).build(),
            Timestamp.newBuilder().setSeconds(Long.MAX_VALUE).build())) {
      assertInvalid(
          "from_time", () -> calendar.deleteSeries(delete.toBuilder().setFromTime(time).build()));
      assertInvalid(
          "from_time",
          () ->
              calendar.updateSeries(
                  UpdateSeriesRequest.newBuilder().setSeries(series).setFromTime(time).build()));
    }
    assertInvalid(
        "from_date",
        () -> calendar.deleteSeries(delete.toBuilder().setFromDate(date(2031, 5, 19)).build()));
  }

  @Test
  void rejectsDatesThatDoNotExist() throws Exception {
    Series series = create(fair("RRULE:FREQ=DAILY;COUNT=5")).getSeries();

    assertInvalid(
        "from_date",
        () ->
            calendar.deleteSeries(
                DeleteSeriesRequest.newBuilder()
                    .setOwnerId("ann")
                    .setId(series.getId())
                    .setFromDate(date(2031, 2, 31))
                    .build()));
    assertInvalid(
        "series.start_date",
        () -> create(fair("RRULE:FREQ=DAILY;COUNT=5").setStartDate(date(2031, 2, 31))));
  }

  private Series get(Series series) {
    return calendar
        .getSeries(GetSeriesRequest.newBuilder().setOwnerId("ann").setId(series.getId()).build())
        .getSeries();
  }
}

package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.DeleteEventResponse;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GetSeriesResponse;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.Series;
import calendar.v1.UpdateEventResponse;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands that show and delete series, and what commands for events say about them. */
class SeriesCommandsTest extends ProgramTestBase {
  private static final Series WEEKLY =
      Series.newBuilder()
          .setId("series-1")
          .setOwnerId("anna")
          .setTitle("Choir")
          .setStartTime(time("2026-12-01T19:00:00Z"))
          .setEndTime(time("2026-12-01T21:00:00Z"))
          .setTimeZone("Europe/Brussels")
          .addRecurrence("RRULE:FREQ=WEEKLY;BYDAY=TU")
          .setOccurrenceCount(104)
          .setEtag("e1")
          .build();

  private static final Event OCCURRENCE =
      event("id-1", "Choir", 19).toBuilder()
          .setSeriesId("series-1")
          .setOriginalStartTime(time("2026-12-01T19:00:00Z"))
          .build();

  private Series stored = WEEKLY;

  @BeforeEach
  void keepOneSeries() {
    answer(this::calendar);
  }

  @Test
  void showsSeries() {
    assertThat(run("series", "get", "series-1", "--owner=anna", "--zone=UTC")).isZero();

    assertThat(server.requests())
        .containsExactly(
            GetSeriesRequest.newBuilder().setOwnerId("anna").setId("series-1").build());
    assertThat(out())
        .startsWith(
            """
            Title        Choir
            Repeats      every Tuesday
            First        Tue 1 Dec 2026 19:00 – 21:00, UTC
            Time zone    Europe/Brussels
            """);
  }

  @Test
  void listsAllPagesOfSeries() {
    assertThat(run("series", "list", "--owner=anna", "--zone=Europe/Brussels")).isZero();

    assertThat(out())
        .isEqualTo(
            """
            anna, Europe/Brussels

              Choir  every Tuesday         first Tue 1 Dec 2026 20:00 – 22:00  series-1
              Rent   every month, 3 times  first Thu 31 Dec 2026, all day      series-2

            2 series
            """);
    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void listsSeriesForPrograms() {
    assertThat(run("series", "list", "--owner=anna", "--output=json")).isZero();

    JsonArray series = JsonParser.parseString(out()).getAsJsonObject().getAsJsonArray("series");
    assertThat(series).hasSize(2);
  }

  @Test
  void deletesWholeSeries() {
    assertThat(run("series", "delete", "series-1", "--owner=anna", "--etag=e7")).isZero();

    assertThat(server.requests())
        .containsExactly(
            DeleteSeriesRequest.newBuilder()
                .setOwnerId("anna")
                .setId("series-1")
                .setEtag("e7")
                .build());
    assertThat(out()).isEqualTo("Deleted: 12 occurrences of series series-1\n");
  }

  /** The occurrence begins at 20:00 in Brussels: on the next day in Kiritimati. */
  @ParameterizedTest
  @CsvSource({
    "2027-03-30, Europe/Brussels, 2027-03-30T18:00:00Z",
    "2027-03-23, Europe/Brussels, 2027-03-23T19:00:00Z",
    "2026-12-08 20:00, Europe/Brussels, 2026-12-08T19:00:00Z",
    "8 Dec, America/New_York, 2026-12-08T19:00:00Z",
    "2026-12-09, Pacific/Kiritimati, 2026-12-08T19:00:00Z"
  })
  void deletesFromOccurrence(String from, String zone, String time) {
    assertThat(
            run("series", "delete", "series-1", "--owner=anna", "--from=" + from, "--zone=" + zone))
        .isZero();

    assertThat(deleted().getFromTime()).isEqualTo(time(time));
  }

  @Test
  void deletesFromDateOfAllDaySeries() {
    stored = allDay();

    assertThat(run("series", "delete", "series-2", "--owner=anna", "--from=2027-01-31")).isZero();

    assertThat(deleted().getFromDate()).isEqualTo(ProtoTimes.date(LocalDate.parse("2027-01-31")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FREQ=HOURLY", "FREQ=DAILY;BYHOUR=10,20", "FREQ=DAILY;BYMINUTE=0,30"})
  void needsTimeOfSeveralOccurrencesADay(String rule) {
    stored = WEEKLY.toBuilder().clearRecurrence().addRecurrence("RRULE:" + rule).build();

    assertThat(run("series", "delete", "series-1", "--owner=anna", "--from=2026-12-08"))
        .isEqualTo(2);
    assertThat(err()).contains("--from: the series can have several occurrences a day");

    assertThat(
            run(
                "series",
                "delete",
                "series-1",
                "--owner=anna",
                "--from=2026-12-08 10:00",
                "--zone=UTC"))
        .isZero();
    assertThat(deleted().getFromTime()).isEqualTo(time("2026-12-08T10:00:00Z"));
  }

  @Test
  void reportsUnknownSeries() {
    refuse(error(Code.NOT_FOUND, "SERIES_NOT_FOUND", Map.of()));

    assertThat(run("series", "get", "series-1", "--owner=anna")).isEqualTo(1);
    assertThat(err()).isEqualTo("Not found: the message of SERIES_NOT_FOUND\n");
  }

  @Test
  void deletesOneOccurrence() {
    assertThat(run("delete", "id-1", "--owner=anna")).isZero();

    assertThat(out()).isEqualTo("Deleted: id-1\n");
    assertThat(err())
        .isEqualTo(
            "Note: only this occurrence was deleted. To delete the others: calendar_client series"
                + " delete series-1\n");
  }

  @Test
  void changesOneOccurrence() {
    assertThat(run("update", "id-1", "--owner=anna", "--title=New")).isZero();

    assertThat(err())
        .isEqualTo(
            "Note: only this occurrence was changed. To change the others: calendar_client series"
                + " update series-1\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "series",
        "series book",
        "series get --owner=anna",
        "series get series-1",
        "series update series-1 --owner=anna",
        "series update series-1 --owner=anna --check",
        "series update series-1 --owner=anna --from=2026-12-08",
        "series update series-1 --owner=anna --title=x --on-conflict=ask",
        "series delete series-1 --owner=anna --from=someday"
      })
  void rejectsWrongUsage(String arguments) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);

    assertThat(err()).contains("calendar_client series");
    assertThat(server.requests()).noneMatch(request -> request instanceof DeleteSeriesRequest);
  }

  private Message calendar(Message request) {
    if (request instanceof GetSeriesRequest) {
      return GetSeriesResponse.newBuilder().setSeries(stored).build();
    }
    if (request instanceof ListSeriesRequest list) {
      boolean first = list.getPageToken().isEmpty();
      return ListSeriesResponse.newBuilder()
          .addSeries(first ? WEEKLY : allDay())
          .setNextPageToken(first ? "more" : "")
          .build();
    }
    if (request instanceof DeleteSeriesRequest) {
      return DeleteSeriesResponse.newBuilder().setDeletedCount(12).build();
    }
    if (request instanceof GetEventRequest) {
      return GetEventResponse.newBuilder().setEvent(OCCURRENCE).build();
    }
    return request instanceof calendar.v1.UpdateEventRequest
        ? UpdateEventResponse.newBuilder().setEvent(OCCURRENCE).build()
        : DeleteEventResponse.getDefaultInstance();
  }

  private static Series allDay() {
    return Series.newBuilder()
        .setId("series-2")
        .setTitle("Rent")
        .setStartDate(ProtoTimes.date(LocalDate.parse("2026-12-31")))
        .setEndDate(ProtoTimes.date(LocalDate.parse("2027-01-01")))
        .setTimeZone("Asia/Tokyo")
        .addRecurrence("RRULE:FREQ=MONTHLY;COUNT=3")
        .build();
  }

  private DeleteSeriesRequest deleted() {
    return (DeleteSeriesRequest) server.requests().get(server.requests().size() - 1);
  }
}

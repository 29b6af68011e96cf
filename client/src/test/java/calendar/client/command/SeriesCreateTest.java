package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.OccurrenceConflict;
import calendar.v1.OnConflict;
import calendar.v1.Series;
import calendar.v1.SeriesConflicts;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.util.Durations;
import com.google.rpc.Code;
import io.grpc.Status;
import java.time.LocalDate;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command "create" for series. */
class SeriesCreateTest extends ProgramTestBase {
  private static final OccurrenceConflict CONFLICT =
      OccurrenceConflict.newBuilder()
          .setStartTime(time("2026-12-02T09:00:00Z"))
          .setEndTime(time("2026-12-02T09:15:00Z"))
          .setConflictingEventId("id-9")
          .setConflictingStartTime(time("2026-12-02T08:30:00Z"))
          .setConflictingEndTime(time("2026-12-02T09:30:00Z"))
          .build();

  @BeforeEach
  void acceptEverySeries() {
    answer(
        request ->
            CreateSeriesResponse.newBuilder()
                .setSeries(
                    ((CreateSeriesRequest) request)
                        .getSeries().toBuilder().setId("series-1").setOccurrenceCount(150))
                .build());
  }

  @Test
  void booksRepetitionInWords() {
    int status =
        create(
            "--repeat=every weekday until 2027-06-30",
            "--zone=Europe/Brussels",
            "--remind=10m",
            "--free",
            "--location=Room 5");

    assertThat(err()).isEmpty();
    assertThat(status).isZero();
    assertThat(sent().getSeries())
        .isEqualTo(
            Series.newBuilder()
                .setOwnerId("anna")
                .setTitle("Tea")
                .setStartTime(time("2026-12-01T09:00:00Z"))
                .setEndTime(time("2026-12-01T09:15:00Z"))
                .setTimeZone("Europe/Brussels")
                .addRemindBefore(Durations.fromMinutes(10))
                .setAvailability(calendar.v1.Event.Availability.AVAILABILITY_FREE)
                .setLocation("Room 5")
                .addRecurrence("RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;UNTIL=20270630T215959Z")
                .build());
    assertThat(sent().getRequestId()).isNotEmpty();
    assertThat(sent().getOnConflict()).isEqualTo(OnConflict.ON_CONFLICT_REFUSE);
    assertThat(sent().getValidateOnly()).isFalse();
    assertThat(out())
        .startsWith(
            """
            Booked:
            Title        Tea
            Repeats      every weekday until Wed 30 Jun 2027
            First        Tue 1 Dec 2026 10:00 – 10:15, Europe/Brussels
            Occurrences  150
            Location     Room 5
            Availability free
            Owner        anna
            Reminders    10m before each
            Id           series-1
            """);
  }

  @Test
  void booksAllDaySeries() {
    int status =
        run(
            "create",
            "--owner=anna",
            "--title=Rent",
            "--all-day",
            "--date=2026-12-31",
            "--repeat=monthly on the last day until 2027-12-31",
            "--zone=Europe/Brussels");

    assertThat(status).isZero();
    Series series = sent().getSeries();
    assertThat(series.getStartDate()).isEqualTo(ProtoTimes.date(LocalDate.parse("2026-12-31")));
    assertThat(series.getEndDate()).isEqualTo(ProtoTimes.date(LocalDate.parse("2027-01-01")));
    assertThat(series.hasStartTime()).isFalse();
    assertThat(series.getTimeZone()).isEqualTo("Europe/Brussels");
    assertThat(series.getRecurrenceList())
        .containsExactly("RRULE:FREQ=MONTHLY;BYMONTHDAY=-1;UNTIL=20271231");
    assertThat(out()).contains("First        Thu 31 Dec 2026, all day, Europe/Brussels\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "FREQ=DAILY;COUNT=3 | RRULE:FREQ=DAILY;COUNT=3",
        "RRULE:FREQ=DAILY;COUNT=3 | RRULE:FREQ=DAILY;COUNT=3",
        "rrule:freq=daily | rrule:freq=daily",
        "EXDATE;TZID=Europe/Brussels:20261224T100000"
            + " | EXDATE;TZID=Europe/Brussels:20261224T100000",
        "RDATE:20261224T100000Z | RDATE:20261224T100000Z",
        "COLOR:red | COLOR:red"
      })
  void completesRuleLines(String given, String sent) {
    assertThat(create("--rrule=" + given)).isZero();

    assertThat(sent().getSeries().getRecurrenceList()).containsExactly(sent);
  }

  @Test
  void sendsSeveralRuleLines() {
    assertThat(create("--rrule=FREQ=DAILY;COUNT=3", "--rrule=EXDATE:20261202T090000Z")).isZero();

    assertThat(sent().getSeries().getRecurrenceList())
        .containsExactly("RRULE:FREQ=DAILY;COUNT=3", "EXDATE:20261202T090000Z");
  }

  @Test
  void storesZoneOfSystem() {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
    try {
      assertThat(create("--repeat=daily")).isZero();
    } finally {
      TimeZone.setDefault(before);
    }

    assertThat(sent().getSeries().getTimeZone()).isEqualTo("Asia/Tokyo");
    assertThat(sent().getSeries().getStartTime()).isEqualTo(time("2026-12-01T01:00:00Z"));
  }

  @Test
  void notesMonthsWithoutTheDay() {
    int status =
        run(
            "create",
            "--owner=anna",
            "--title=Rent",
            "--start=2026-12-31 10:00",
            "--duration=1h",
            "--repeat=every month");

    assertThat(status).isZero();
    assertThat(err()).startsWith("Note: months without day 31 are left out");
  }

  @ParameterizedTest
  @ValueSource(strings = {"every fortnight", "every Monday", "every week until yesterday"})
  void explainsWordsThatDoNotFit(String words) {
    assertThat(create("--repeat=" + words)).isEqualTo(2);

    assertThat(err()).startsWith("calendar_client create: --repeat: ");
    assertThat(server.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--on-conflict=skip", "--check"})
  void needsRuleForOptionsOfSeries(String option) {
    assertThat(create(option)).isEqualTo(2);

    assertThat(err()).contains("--on-conflict and --check need --repeat or --rrule");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void acceptsOneKindOfRule() {
    assertThat(create("--repeat=daily", "--rrule=FREQ=DAILY")).isEqualTo(2);
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void listsConflictsOfRefusedSeries() {
    refuse(
        error(
            Code.FAILED_PRECONDITION,
            "DATE_BUSY",
            Map.of("conflicting_event_id", "id-9", "conflict_count", "3"),
            SeriesConflicts.newBuilder().addConflicts(CONFLICT).setConflictCount(3).build()));

    assertThat(create("--repeat=daily", "--zone=Europe/Brussels")).isEqualTo(1);

    assertThat(out()).isEmpty();
    assertThat(err())
        .isEqualTo(
            """
            Busy: 3 occurrences overlap other events; nothing was booked or changed. \
            --on-conflict=skip leaves them out
              Wed 2 Dec 2026 10:00 – 10:15  overlaps event id-9, Wed 2 Dec 2026 09:30 – 10:30
              and 2 more
            """);
  }

  @Test
  void asksToSkipTakenTimes() {
    assertThat(create("--repeat=daily", "--on-conflict=skip")).isZero();

    assertThat(sent().getOnConflict()).isEqualTo(OnConflict.ON_CONFLICT_SKIP);
  }

  @Test
  void checksWithoutBooking() {
    answer(
        request ->
            CreateSeriesResponse.newBuilder()
                .setSeries(
                    ((CreateSeriesRequest) request).getSeries().toBuilder().setOccurrenceCount(4))
                .addConflicts(CONFLICT)
                .setConflictCount(1)
                .build());

    assertThat(create("--repeat=daily, 4 times", "--check", "--zone=Europe/Brussels")).isEqualTo(1);

    assertThat(sent().getValidateOnly()).isTrue();
    assertThat(out())
        .isEqualTo(
            """
            Checked; nothing was written:
            Title        Tea
            Repeats      every day, 4 times
            First        Tue 1 Dec 2026 10:00 – 10:15, Europe/Brussels
            Occurrences  4
            Owner        anna
            Conflicts    1 occurrence overlaps another event
                         Wed 2 Dec 2026 10:00 – 10:15  overlaps event id-9, \
            Wed 2 Dec 2026 09:30 – 10:30
            """);
    assertThat(create("--repeat=daily, 4 times", "--check", "--on-conflict=skip")).isZero();
  }

  @Test
  void checkSucceedsWithoutConflicts() {
    assertThat(create("--repeat=daily, 4 times", "--check")).isZero();

    assertThat(out()).contains("Conflicts    none\n");
  }

  @Test
  void printsSeriesAsJson() {
    assertThat(create("--repeat=daily", "--output=json")).isZero();

    JsonObject series = JsonParser.parseString(out()).getAsJsonObject().getAsJsonObject("series");
    assertThat(series.getAsJsonArray("recurrence").get(0).getAsString())
        .isEqualTo("RRULE:FREQ=DAILY");
    assertThat(series.get("occurrence_count").getAsInt()).isEqualTo(150);
  }

  @Test
  void explainsHowToRepeatInDoubt() {
    refuse(Status.UNAVAILABLE.withDescription("gone").asRuntimeException());

    assertThat(create("--repeat=daily")).isEqualTo(3);

    assertThat(err())
        .endsWith(
            "; the series may already be booked. To be sure, repeat the command with --request-id="
                + sent().getRequestId()
                + "\n");
  }

  private CreateSeriesRequest sent() {
    return (CreateSeriesRequest) server.requests().get(server.requests().size() - 1);
  }
}

package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GetSeriesResponse;
import calendar.v1.OccurrenceConflict;
import calendar.v1.OnConflict;
import calendar.v1.Series;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import io.grpc.Status;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The command "series update". */
class SeriesUpdateTest extends ProgramTestBase {
  private static final Series TIMED =
      Series.newBuilder()
          .setId("series-1")
          .setOwnerId("anna")
          .setTitle("Choir")
          .setStartTime(time("2026-12-01T19:00:00Z"))
          .setEndTime(time("2026-12-01T21:00:00Z"))
          .setTimeZone("Europe/Brussels")
          .addRecurrence("RRULE:FREQ=WEEKLY;BYDAY=TU")
          .addRecurrence("EXDATE:20261229T190000Z")
          .setOccurrenceCount(104)
          .setEtag("e1")
          .build();

  private static final Series ALL_DAY =
      TIMED.toBuilder()
          .clearRecurrence()
          .setStartDate(ProtoTimes.date(LocalDate.parse("2026-12-31")))
          .setEndDate(ProtoTimes.date(LocalDate.parse("2027-01-02")))
          .addRecurrence("RRULE:FREQ=MONTHLY")
          .build();

  private Series stored = TIMED;
  private UpdateSeriesResponse.Builder reply = UpdateSeriesResponse.newBuilder().setSeries(TIMED);
  private int mismatches;

  @BeforeEach
  void keepOneSeries() {
    answer(this::calendar);
  }

  @Test
  void renamesWithoutReading() {
    assertThat(update("--title=Band", "--zone=Europe/Brussels")).isZero();

    assertThat(server.requests()).hasSize(1);
    assertMask("title");
    assertThat(sent().getSeries().getTitle()).isEqualTo("Band");
    assertThat(sent().getSeries().getEtag()).isEmpty();
    assertThat(sent().getRequestId()).isNotEmpty();
    assertThat(out())
        .startsWith("Changed:\nTitle        Choir\nRepeats      every Tuesday, without 1 date\n")
        .contains("Occurrences  104\n");
  }

  @Test
  void movesWholeSeriesToAnotherTime() {
    assertThat(update("--start=21:00", "--zone=Europe/Brussels")).isZero();

    assertMask("start_time", "end_time", "time_zone");
    assertThat(sent().getSeries().getStartTime()).isEqualTo(time("2026-12-01T20:00:00Z"));
    assertThat(sent().getSeries().getEndTime()).isEqualTo(time("2026-12-01T22:00:00Z"));
    assertThat(sent().getSeries().getEtag()).isEqualTo("e1");
    assertThat(sent().hasFromTime()).isFalse();
  }

  /** The clocks of Brussels go forward between the first occurrence and this one. */
  @Test
  void movesFromOccurrence() {
    assertThat(update("--from=2027-03-30", "--start=21:00", "--zone=Europe/Brussels")).isZero();

    assertThat(sent().getFromTime()).isEqualTo(time("2027-03-30T18:00:00Z"));
    assertThat(sent().getSeries().getStartTime()).isEqualTo(time("2027-03-30T19:00:00Z"));
    assertThat(sent().getSeries().getEndTime()).isEqualTo(time("2027-03-30T21:00:00Z"));
  }

  @Test
  void shortensFromOccurrence() {
    assertThat(update("--from=2026-12-08", "--duration=1h", "--zone=Europe/Brussels")).isZero();

    assertMask("end_time");
    assertThat(sent().getSeries().getEndTime()).isEqualTo(time("2026-12-08T20:00:00Z"));
  }

  @Test
  void movesDatesFromOccurrence() {
    stored = ALL_DAY;

    assertThat(update("--from=2027-01-31", "--all-day", "--date=2027-02-01")).isZero();

    assertMask("start_date", "end_date");
    assertThat(sent().getFromDate()).isEqualTo(ProtoTimes.date(LocalDate.parse("2027-01-31")));
    assertThat(sent().getSeries().getStartDate())
        .isEqualTo(ProtoTimes.date(LocalDate.parse("2027-02-01")));
    assertThat(sent().getSeries().getEndDate())
        .isEqualTo(ProtoTimes.date(LocalDate.parse("2027-02-03")));
  }

  @Test
  void repeatsOnOtherDaysFromOccurrence() {
    assertThat(
            update(
                "--from=2026-12-08",
                "--start=2026-12-09 20:00",
                "--repeat=every Wed, 4 times",
                "--zone=Europe/Brussels"))
        .isZero();

    assertMask("start_time", "end_time", "time_zone", "recurrence");
    assertThat(sent().getSeries().getRecurrenceList())
        .containsExactly("RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=4");
    assertThat(err())
        .isEqualTo(
            "Note: --repeat replaces the whole rule. These lines are dropped; to keep them, use"
                + " --rrule: EXDATE:20261229T190000Z\n");
  }

  @Test
  void checksWordsAgainstPresentStart() {
    assertThat(update("--repeat=every Wed", "--zone=Europe/Brussels")).isEqualTo(2);

    assertThat(err()).contains("--repeat: the first start, Tue 1 Dec 2026, is not a Wednesday");
  }

  @Test
  void replacesRuleWithoutReading() {
    assertThat(update("--rrule=FREQ=WEEKLY;COUNT=9")).isZero();

    assertThat(server.requests()).hasSize(1);
    assertMask("recurrence");
    assertThat(sent().getSeries().getRecurrenceList()).containsExactly("RRULE:FREQ=WEEKLY;COUNT=9");
  }

  @Test
  void sendsConflictChoiceAndRequestId() {
    assertThat(
            update(
                "--title=x",
                "--on-conflict=skip",
                "--request-id=00000000-0000-4000-8000-000000000001",
                "--etag=e7"))
        .isZero();

    assertThat(sent().getOnConflict()).isEqualTo(OnConflict.ON_CONFLICT_SKIP);
    assertThat(sent().getRequestId()).isEqualTo("00000000-0000-4000-8000-000000000001");
    assertThat(sent().getSeries().getEtag()).isEqualTo("e7");
  }

  @Test
  void showsBothPartsOfSplit() {
    reply
        .setSeries(TIMED.toBuilder().setId("series-2").setOccurrenceCount(100))
        .setEarlierSeries(
            TIMED.toBuilder()
                .clearRecurrence()
                .addRecurrence("RRULE:FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T190000Z")
                .setOccurrenceCount(4))
        .setDetachedCount(1);

    assertThat(update("--from=2026-12-29", "--start=21:00", "--zone=Europe/Brussels")).isZero();

    assertThat(out())
        .startsWith(
            """
            Changed, and split in two. The occurrences before are now series series-1:
            """)
        .contains(", 4 occurrences\nThe others:\nTitle        Choir\n")
        .contains("Id           series-2\n")
        .endsWith("1 occurrence that the new rule does not give became a single event.\n");
  }

  @Test
  void checksWithoutChanging() {
    reply
        .addConflicts(
            OccurrenceConflict.newBuilder()
                .setStartTime(time("2026-12-02T09:00:00Z"))
                .setEndTime(time("2026-12-02T09:15:00Z"))
                .setConflictingEventId("id-9"))
        .setConflictCount(1)
        .setDetachedCount(2);

    assertThat(update("--start=21:00", "--check", "--zone=Europe/Brussels")).isEqualTo(1);

    assertThat(sent().getValidateOnly()).isTrue();
    assertThat(out())
        .startsWith("Checked; nothing was written:\n")
        .contains("Conflicts    1 occurrence overlaps another event\n")
        .endsWith("2 occurrences that the new rule does not give would become single events.\n");
  }

  @Test
  void readsAgainAfterConcurrentChange() {
    mismatches = 1;

    assertThat(update("--start=21:00", "--zone=Europe/Brussels")).isZero();
    assertThat(server.requests()).hasSize(4);
  }

  @Test
  void reportsChangeSinceGivenEtag() {
    mismatches = 1;

    assertThat(update("--title=x", "--etag=e0")).isEqualTo(1);
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void explainsHowToRepeatInDoubt() {
    refuse(Status.UNAVAILABLE.withDescription("gone").asRuntimeException());

    assertThat(update("--title=x")).isEqualTo(3);
    assertThat(err())
        .endsWith("repeat the command with --request-id=" + sent().getRequestId() + "\n");
  }

  private int update(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "series";
    arguments[1] = "update";
    arguments[2] = "series-1";
    arguments[3] = "--owner=anna";
    System.arraycopy(options, 0, arguments, 4, options.length);
    return run(arguments);
  }

  private Message calendar(Message request) {
    if (request instanceof GetSeriesRequest) {
      return GetSeriesResponse.newBuilder().setSeries(stored).build();
    }
    if (mismatches > 0) {
      mismatches--;
      throw error(Code.ABORTED, "ETAG_MISMATCH", Map.of());
    }
    return reply.build();
  }

  private UpdateSeriesRequest sent() {
    return (UpdateSeriesRequest) server.requests().get(server.requests().size() - 1);
  }

  private void assertMask(String... fields) {
    assertThat(sent().getUpdateMask().getPathsList()).containsExactly(fields);
  }
}

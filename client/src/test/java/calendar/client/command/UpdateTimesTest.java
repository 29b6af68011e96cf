package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New times for an event that lasts from 09:00 to 10:30 in Brussels, on Tuesday 2026-12-01. */
class UpdateTimesTest extends ProgramTestBase {
  private String etagNow = "e1";
  private int conflicts;

  @BeforeEach
  void keepOneEvent() {
    answer(this::calendar);
  }

  @Test
  void movesEventAndKeepsLength() {
    assertThat(update("--start=fri 14:00")).isZero();

    assertThat(server.requests()).hasSize(2);
    assertThat(sent().getUpdateMask().getPathsList())
        .containsExactly("start_time", "end_time", "time_zone");
    assertSentTimes("2026-12-04T13:00:00Z", "2026-12-04T14:30:00Z");
    assertThat(sent().getEvent().getTimeZone()).isEqualTo("Europe/Brussels");
    assertThat(sent().getEvent().getEtag()).isEqualTo("e1");
  }

  @Test
  void keepsZoneWithoutOption() {
    assertThat(run("update", "id-1", "--owner=anna", "--start=2026-12-04T13:00:00Z")).isZero();

    assertThat(sent().getUpdateMask().getPathsList()).containsExactly("start_time", "end_time");
    assertSentTimes("2026-12-04T13:00:00Z", "2026-12-04T14:30:00Z");
  }

  @Test
  void movesEventWithinDay() {
    assertThat(update("--start=11:00")).isZero();

    assertSentTimes("2026-12-01T10:00:00Z", "2026-12-01T11:30:00Z");
  }

  /** Clocks go from 02:00 to 03:00 during the event. */
  @Test
  void keepsExactLengthAcrossClockChange() {
    assertThat(update("--start=2027-03-28 01:00")).isZero();

    assertSentTimes("2027-03-28T00:00:00Z", "2027-03-28T01:30:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "--end=11:00, 2026-12-01T10:00:00Z",
    "--end=noon, 2026-12-01T11:00:00Z",
    "--end=24:00, 2026-12-01T23:00:00Z",
    "--end=wed 9:00, 2026-12-02T08:00:00Z",
    "--duration=2h, 2026-12-01T10:00:00Z"
  })
  void readsEndRelativeToEventStart(String option, String end) {
    assertThat(update(option)).isZero();

    assertThat(server.requests()).hasSize(2);
    assertThat(sent().getUpdateMask().getPathsList()).containsExactly("end_time");
    assertThat(sent().getEvent().getEndTime()).isEqualTo(time(end));
    assertThat(sent().getEvent().getEtag()).isEqualTo("e1");
  }

  @ParameterizedTest
  @CsvSource({
    "--end=11:00, 2026-12-03T10:00:00Z",
    "--end=2026-12-03 12:00, 2026-12-03T11:00:00Z",
    "--duration=15m, 2026-12-03T08:15:00Z"
  })
  void doesNotReadEventForCompleteTimes(String option, String end) {
    assertThat(update("--start=2026-12-03 9:00", option)).isZero();

    assertThat(server.requests()).hasSize(1);
    assertSentTimes("2026-12-03T08:00:00Z", end);
    // The event may be all-day, so the mask names its dates too.
    assertThat(sent().getUpdateMask().getPathsList())
        .containsExactly("start_time", "end_time", "start_date", "end_date", "time_zone");
    assertThat(sent().getEvent().getEtag()).isEmpty();
  }

  @Test
  void doesNotReadEventForCompleteEnd() {
    assertThat(update("--end=2026-12-01 11:00", "--title=Longer")).isZero();

    assertThat(server.requests()).hasSize(1);
    assertThat(sent().getUpdateMask().getPathsList()).containsExactly("title", "end_time");
  }

  @Test
  void sendsTheGivenEtag() {
    assertThat(update("--start=fri 14:00", "--etag=e0")).isZero();

    assertThat(sent().getEvent().getEtag()).isEqualTo("e0");
  }

  @Test
  void readsAgainAfterAConcurrentChange() {
    conflicts = 1;

    assertThat(update("--start=fri 14:00")).isZero();

    assertThat(server.requests()).hasSize(4);
    assertThat(sent().getEvent().getEtag()).isEqualTo("e2");
    assertThat(err()).isEmpty();
  }

  @Test
  void givesUpAfterTwoConcurrentChanges() {
    conflicts = 2;

    assertThat(update("--start=fri 14:00")).isEqualTo(1);

    assertThat(server.requests()).hasSize(4);
    assertThat(err()).isEqualTo("Changed since it was read: the message of ETAG_MISMATCH\n");
  }

  @Test
  void doesNotRetryWithUsersEtag() {
    conflicts = 1;

    assertThat(update("--start=fri 14:00", "--etag=e1")).isEqualTo(1);

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void rejectsEndBeforeStart() {
    assertThat(update("--end=8:30")).isEqualTo(2);

    assertThat(server.requests()).hasSize(1).first().isInstanceOf(GetEventRequest.class);
    assertThat(err())
        .contains("--end: 8:30 on 2026-12-01 is not after the start; try '2026-12-02 8:30'");
  }

  @Test
  void notesChosenTimeOnce() {
    conflicts = 1;

    assertThat(update("--start=2027-10-31 02:30", "--output=json")).isZero();

    assertThat(out()).startsWith("{");
    assertThat(err())
        .isEqualTo(
            "Note: 02:30 on 2027-10-31 occurs twice in Europe/Brussels; using the first, +02:00"
                + " (for the second, add +01:00)\n");
    assertSentTimes("2027-10-31T00:30:00Z", "2027-10-31T02:00:00Z");
  }

  private int update(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "update";
    arguments[1] = "id-1";
    arguments[2] = "--owner=anna";
    arguments[3] = "--zone=Europe/Brussels";
    System.arraycopy(options, 0, arguments, 4, options.length);
    return run(arguments);
  }

  private Message calendar(Message request) {
    Event event =
        Event.newBuilder()
            .setId("id-1")
            .setOwnerId("anna")
            .setStartTime(time("2026-12-01T08:00:00Z"))
            .setEndTime(time("2026-12-01T09:30:00Z"))
            .setEtag(etagNow)
            .build();
    if (request instanceof GetEventRequest) {
      return GetEventResponse.newBuilder().setEvent(event).build();
    }
    if (conflicts > 0) {
      conflicts--;
      etagNow = "e2";
      throw error(Code.ABORTED, "ETAG_MISMATCH", Map.of());
    }
    return UpdateEventResponse.newBuilder()
        .setEvent(((UpdateEventRequest) request).getEvent())
        .build();
  }

  private UpdateEventRequest sent() {
    return (UpdateEventRequest) server.requests().get(server.requests().size() - 1);
  }

  private void assertSentTimes(String start, String end) {
    assertThat(sent().getEvent().getStartTime()).isEqualTo(time(start));
    assertThat(sent().getEvent().getEndTime()).isEqualTo(time(end));
  }
}

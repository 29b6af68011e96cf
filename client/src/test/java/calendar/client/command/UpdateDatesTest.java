package calendar.client.command;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.protobuf.Message;
import com.google.rpc.Code;
import com.google.type.Date;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** New dates for events, and changes from timed to all-day and back. */
class UpdateDatesTest extends ProgramTestBase {
  private static final Event ALL_DAY =
      Event.newBuilder()
          .setId("id-1")
          .setOwnerId("anna")
          .setStartDate(date("2026-12-24"))
          .setEndDate(date("2026-12-27"))
          .setTimeZone("Asia/Tokyo")
          .setStartTime(time("2026-12-23T15:00:00Z"))
          .setEndTime(time("2026-12-26T15:00:00Z"))
          .setEtag("e1")
          .build();

  private static final Event TIMED =
      Event.newBuilder()
          .setId("id-1")
          .setOwnerId("anna")
          .setStartTime(time("2026-12-01T08:00:00Z"))
          .setEndTime(time("2026-12-01T09:30:00Z"))
          .setEtag("e1")
          .build();

  private Event stored = ALL_DAY;
  private int conflicts;

  @BeforeEach
  void keepOneEvent() {
    answer(this::calendar);
  }

  @Test
  void movesDaysAndKeepsTheirNumber() {
    assertThat(update("--all-day", "--date=2027-02-27")).isZero();

    assertMask("start_date", "end_date");
    assertSentDates("2027-02-27", "2027-03-02");
    assertThat(sent().getEvent().getTimeZone()).isEmpty();
    assertThat(sent().getEvent().getEtag()).isEqualTo("e1");
  }

  @Test
  void changesNumberOfDays() {
    assertThat(update("--all-day", "--date=2026-12-24", "--days=1")).isZero();

    assertMask("start_date", "end_date");
    assertSentDates("2026-12-24", "2026-12-25");
  }

  @Test
  void changesZoneOfDays() {
    assertThat(update("--all-day", "--date=2026-12-24", "--zone=America/Lima")).isZero();

    assertMask("start_date", "end_date", "time_zone");
    assertSentDates("2026-12-24", "2026-12-27");
    assertThat(sent().getEvent().getTimeZone()).isEqualTo("America/Lima");
  }

  @Test
  void omitsUnchangedZone() {
    assertThat(update("--all-day", "--date=2026-12-31", "--zone=Asia/Tokyo")).isZero();

    assertMask("start_date", "end_date");
  }

  @Test
  void makesTimedEventAllDay() {
    stored = TIMED;

    assertThat(update("--all-day", "--date=24 Dec", "--zone=Europe/Brussels")).isZero();

    assertMask("start_time", "end_time", "start_date", "end_date", "time_zone");
    assertSentDates("2026-12-24", "2026-12-25");
    assertThat(sent().getEvent().getTimeZone()).isEqualTo("Europe/Brussels");
    assertThat(sent().getEvent().hasStartTime()).isFalse();
    assertThat(sent().getEvent().hasEndTime()).isFalse();
    assertThat(sent().getEvent().getEtag()).isEqualTo("e1");
  }

  @Test
  void keepsZoneOfTimedEvent() {
    stored = TIMED.toBuilder().setTimeZone("America/Lima").build();

    assertThat(update("--all-day", "--date=24 Dec", "--days=2")).isZero();

    assertMask("start_time", "end_time", "start_date", "end_date");
    assertSentDates("2026-12-24", "2026-12-26");
  }

  @ParameterizedTest
  @CsvSource({
    "--end=2027-03-28 12:00, 2027-03-28T10:00:00Z",
    "--duration=2h, 2027-03-28T01:30:00Z"
  })
  void makesAllDayEventTimed(String option, String end) {
    assertThat(update("--start=2027-03-28 00:30", option, "--zone=Europe/Brussels")).isZero();

    assertThat(server.requests()).hasSize(1);
    assertMask("start_time", "end_time", "start_date", "end_date", "time_zone");
    assertThat(sent().getEvent().getStartTime()).isEqualTo(time("2027-03-27T23:30:00Z"));
    assertThat(sent().getEvent().getEndTime()).isEqualTo(time(end));
    assertThat(sent().getEvent().hasStartDate()).isFalse();
    assertThat(sent().getEvent().hasEndDate()).isFalse();
    assertThat(sent().getEvent().getTimeZone()).isEqualTo("Europe/Brussels");
  }

  /** The event begins on 23 December in local time, but its first date is the 24th. */
  @ParameterizedTest
  @CsvSource({
    "America/Los_Angeles, 2026-12-24T22:00:00Z",
    "Europe/Brussels, 2026-12-24T13:00:00Z",
    "Pacific/Kiritimati, 2026-12-24T00:00:00Z"
  })
  void readsTimeOnFirstDate(String zone, String start) {
    assertThat(update("--start=14:00", "--duration=1h", "--zone=" + zone)).isZero();

    assertMask("start_time", "end_time", "start_date", "end_date", "time_zone");
    assertThat(sent().getEvent().getStartTime()).isEqualTo(time(start));
    assertThat(sent().getEvent().getEtag()).isEqualTo("e1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--start=14:00", "--start=2026-12-24 14:00"})
  void needsLengthOfTimedEvent(String option) {
    assertThat(update(option)).isEqualTo(2);

    assertThat(server.requests()).hasSize(1).first().isInstanceOf(GetEventRequest.class);
    assertThat(err()).contains("--start has no length to keep: expected --end or --duration too");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--end=14:00", "--duration=2h"})
  void needsStartOfTimedEvent(String option) {
    assertThat(update(option)).isEqualTo(2);

    assertThat(server.requests()).hasSize(1).first().isInstanceOf(GetEventRequest.class);
    assertThat(err()).contains("the event is all-day, so it has no start time: expected --start");
  }

  @Test
  void readsKindAgainAfterAConcurrentChange() {
    stored = TIMED;
    conflicts = 1;

    assertThat(update("--all-day", "--date=2026-12-31")).isZero();

    assertThat(server.requests()).hasSize(4);
    assertMask("start_date", "end_date");
    assertSentDates("2026-12-31", "2027-01-03");
  }

  @ParameterizedTest
  @CsvSource({"--free, AVAILABILITY_FREE", "--busy, AVAILABILITY_BUSY"})
  void changesAvailability(String option, Event.Availability availability) {
    assertThat(update(option)).isZero();

    assertThat(server.requests()).hasSize(1);
    assertMask("availability");
    assertThat(sent().getEvent().getAvailability()).isEqualTo(availability);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Room 5", ""})
  void changesLocation(String location) {
    assertThat(update("--location=" + location)).isZero();

    assertMask("location");
    assertThat(sent().getEvent().getLocation()).isEqualTo(location);
  }

  @Test
  void doesNotStoreZoneWithoutNewStart() {
    assertThat(update("--title=New", "--zone=America/Lima")).isZero();

    assertMask("title");
  }

  private int update(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "update";
    arguments[1] = "id-1";
    arguments[2] = "--owner=anna";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return run(arguments);
  }

  private Message calendar(Message request) {
    if (request instanceof GetEventRequest) {
      return GetEventResponse.newBuilder().setEvent(stored).build();
    }
    if (conflicts > 0) {
      conflicts--;
      stored = ALL_DAY;
      throw error(Code.ABORTED, "ETAG_MISMATCH", Map.of());
    }
    return UpdateEventResponse.newBuilder().setEvent(stored).build();
  }

  private UpdateEventRequest sent() {
    return (UpdateEventRequest) server.requests().get(server.requests().size() - 1);
  }

  private void assertMask(String... fields) {
    assertThat(sent().getUpdateMask().getPathsList()).containsExactly(fields);
  }

  private void assertSentDates(String start, String end) {
    assertThat(sent().getEvent().getStartDate()).isEqualTo(date(start));
    assertThat(sent().getEvent().getEndDate()).isEqualTo(date(end));
  }

  private static Date date(String text) {
    return ProtoTimes.date(LocalDate.parse(text));
  }
}

package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.Event;
import java.time.LocalDate;
import java.util.TimeZone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Creating all-day events, at 12:00 UTC on Monday 2026-11-30. */
class AllDayCreateTest extends ProgramTestBase {
  @BeforeEach
  void acceptEveryEvent() {
    answer(
        request ->
            CreateEventResponse.newBuilder()
                .setEvent(((CreateEventRequest) request).getEvent())
                .build());
  }

  @Test
  void booksDaysInZone() {
    assertThat(createAllDay("--date=2026-12-24", "--days=3", "--zone=Europe/Brussels")).isZero();

    assertThat(err()).isEmpty();
    assertThat(sent())
        .isEqualTo(
            Event.newBuilder()
                .setOwnerId("anna")
                .setTitle("Trip")
                .setStartDate(ProtoTimes.date(LocalDate.parse("2026-12-24")))
                .setEndDate(ProtoTimes.date(LocalDate.parse("2026-12-27")))
                .setTimeZone("Europe/Brussels")
                .build());
    assertThat(out())
        .contains("When         Thu 24 Dec – Sat 26 Dec 2026, all day, Europe/Brussels\n");
  }

  @ParameterizedTest
  @CsvSource({
    "tomorrow, Europe/Brussels, 2026-12-01",
    "tomorrow, Pacific/Kiritimati, 2026-12-02",
    "today, Pacific/Pago_Pago, 2026-11-30",
    "24 Dec, America/Los_Angeles, 2026-12-24",
    "thu, Europe/Brussels, 2026-12-03",
    "2027-03-28, Europe/Brussels, 2027-03-28",
    "2027-10-31, Europe/Brussels, 2027-10-31"
  })
  void booksOneDay(String date, String zone, LocalDate day) {
    assertThat(createAllDay("--date=" + date, "--zone=" + zone)).isZero();

    assertThat(sent().getStartDate()).isEqualTo(ProtoTimes.date(day));
    assertThat(sent().getEndDate()).isEqualTo(ProtoTimes.date(day.plusDays(1)));
    assertThat(sent().getTimeZone()).isEqualTo(zone);
  }

  @Test
  void booksLongestEvent() {
    assertThat(createAllDay("--date=2026-12-24", "--days=366")).isZero();

    assertThat(sent().getEndDate()).isEqualTo(ProtoTimes.date(LocalDate.parse("2027-12-25")));
  }

  @Test
  void storesZoneOfSystem() {
    assertThat(runIn("Asia/Tokyo", "--all-day", "--date=tomorrow")).isZero();

    assertThat(sent().getTimeZone()).isEqualTo("Asia/Tokyo");
    assertThat(sent().getStartDate()).isEqualTo(ProtoTimes.date(LocalDate.parse("2026-12-01")));
  }

  @Test
  void needsNamedZone() {
    assertThat(runIn("GMT+02:00", "--all-day", "--date=tomorrow")).isEqualTo(2);

    assertThat(err()).contains("--zone: expected a time zone such as Europe/Brussels");
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void storesGivenZoneOfTimedEvent() {
    assertThat(create("--zone=America/New_York")).isZero();

    assertThat(sent().getTimeZone()).isEqualTo("America/New_York");
    assertThat(sent().getStartTime()).isEqualTo(time("2026-12-01T15:00:00Z"));
    assertThat(sent().hasStartDate()).isFalse();
  }

  @Test
  void omitsSystemZoneOfTimedEvent() {
    assertThat(runIn("Asia/Tokyo", "--start=2026-12-01 10:00", "--duration=1h")).isZero();

    assertThat(sent().getStartTime()).isEqualTo(time("2026-12-01T01:00:00Z"));
    assertThat(sent().getTimeZone()).isEmpty();
  }

  @Test
  void sendsLocationAndAvailability() {
    assertThat(create("--location=Room 5", "--free")).isZero();
    assertThat(sent().getLocation()).isEqualTo("Room 5");
    assertThat(sent().getAvailability()).isEqualTo(Event.Availability.AVAILABILITY_FREE);

    assertThat(create()).isZero();
    assertThat(sent().getLocation()).isEmpty();
    assertThat(sent().getAvailability()).isEqualTo(Event.Availability.AVAILABILITY_UNSPECIFIED);
  }

  private int createAllDay(String... options) {
    String[] arguments = new String[options.length + 4];
    arguments[0] = "create";
    arguments[1] = "--owner=anna";
    arguments[2] = "--title=Trip";
    arguments[3] = "--all-day";
    System.arraycopy(options, 0, arguments, 4, options.length);
    return run(arguments);
  }

  /** Runs "create" on a system with this zone. */
  private int runIn(String zone, String when, String length) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      return run("create", "--owner=anna", "--title=Trip", when, length);
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private Event sent() {
    int last = server.requests().size() - 1;
    return ((CreateEventRequest) server.requests().get(last)).getEvent();
  }
}

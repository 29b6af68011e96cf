package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.Event;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.ListWeekEventsResponse;
import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import com.google.protobuf.Message;
import com.google.type.Date;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The periods and headings of the listing commands. */
class ListingTest extends ProgramTestBase {
  private static final Date DECEMBER =
      Date.newBuilder().setYear(2026).setMonth(12).setDay(1).build();

  @BeforeEach
  void keepOneEvent() {
    answer(ListingTest::calendar);
  }

  @Test
  void listsAPeriod() {
    assertThat(list("list", "--from=1 Dec 9:00", "--to=2 Dec")).isZero();

    assertThat(out())
        .isEqualTo(
            """
            anna, Tue 1 Dec 2026 09:00 to Wed 2 Dec 2026 00:00, Europe/Brussels

            Tue 1 Dec 2026
              10:00 – 10:15  Stand-up  id-1

            1 event
            """);
    ListEventsRequest sent = (ListEventsRequest) server.requests().get(0);
    assertThat(sent.getOwnerId()).isEqualTo("anna");
    assertThat(sent.getStartTime()).isEqualTo(time("2026-12-01T08:00:00Z"));
    assertThat(sent.getEndTime()).isEqualTo(time("2026-12-01T23:00:00Z"));
  }

  @Test
  void listsToday() {
    assertThat(list("day")).isZero();

    assertThat(out()).startsWith("anna, Mon 30 Nov 2026, Europe/Brussels\n");
    ListDayEventsRequest sent = (ListDayEventsRequest) server.requests().get(0);
    assertThat(sent.getOwnerId()).isEqualTo("anna");
    assertThat(sent.getDate())
        .isEqualTo(Date.newBuilder().setYear(2026).setMonth(11).setDay(30).build());
  }

  @Test
  void listsSevenDays() {
    assertThat(list("week", "--date=1 Dec")).isZero();

    assertThat(out())
        .startsWith("anna, seven days from Tue 1 Dec 2026, Europe/Brussels\n")
        .contains("Stand-up");
    ListWeekEventsRequest sent = (ListWeekEventsRequest) server.requests().get(0);
    assertThat(sent.getOwnerId()).isEqualTo("anna");
    assertThat(sent.getDate()).isEqualTo(DECEMBER);
    assertThat(sent.getTimeZone()).isEqualTo("Europe/Brussels");
  }

  @Test
  void listsAMonth() {
    assertThat(list("month", "--date=1 Dec")).isZero();

    assertThat(out())
        .startsWith("anna, a month from Tue 1 Dec 2026, Europe/Brussels\n")
        .contains("Stand-up");
    ListMonthEventsRequest sent = (ListMonthEventsRequest) server.requests().get(0);
    assertThat(sent.getOwnerId()).isEqualTo("anna");
    assertThat(sent.getDate()).isEqualTo(DECEMBER);
    assertThat(sent.getTimeZone()).isEqualTo("Europe/Brussels");
  }

  @Test
  void listsEventsForPrograms() {
    assertThat(list("month", "--output=JSON")).isZero();

    JsonArray events = JsonParser.parseString(out()).getAsJsonObject().getAsJsonArray("events");
    assertThat(events).hasSize(1);
    assertThat(events.get(0).getAsJsonObject().get("id").getAsString()).isEqualTo("id-1");
  }

  private int list(String command, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = command;
    arguments[1] = "--owner=anna";
    arguments[2] = "--zone=Europe/Brussels";
    System.arraycopy(options, 0, arguments, 3, options.length);
    return run(arguments);
  }

  private static Message calendar(Message request) {
    Event event =
        Event.newBuilder()
            .setId("id-1")
            .setTitle("Stand-up")
            .setStartTime(time("2026-12-01T09:00:00Z"))
            .setEndTime(time("2026-12-01T09:15:00Z"))
            .build();
    if (request instanceof ListDayEventsRequest) {
      return ListDayEventsResponse.newBuilder().addEvents(event).build();
    }
    if (request instanceof ListWeekEventsRequest) {
      return ListWeekEventsResponse.newBuilder().addEvents(event).build();
    }
    return request instanceof ListMonthEventsRequest
        ? ListMonthEventsResponse.newBuilder().addEvents(event).build()
        : ListEventsResponse.newBuilder().addEvents(event).build();
  }
}

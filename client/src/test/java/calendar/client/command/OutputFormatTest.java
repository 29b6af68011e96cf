package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateEventResponse;
import calendar.v1.DeleteEventResponse;
import calendar.v1.Event;
import calendar.v1.GetEventResponse;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.UpdateEventResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonStreamParser;
import com.google.type.Date;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output of results, for people and for programs. */
class OutputFormatTest extends ProgramTestBase {
  @Test
  void printsEveryResponseAsJson() {
    answer(request -> CreateEventResponse.newBuilder().setReplayed(true).build());
    assertThat(create("--output=json")).isZero();
    answer(request -> UpdateEventResponse.newBuilder().setEvent(event("id-1", "New", 9)).build());
    assertThat(run("update", "id-1", "--owner=anna", "--title=New", "--output=json")).isZero();
    answer(request -> DeleteEventResponse.getDefaultInstance());
    assertThat(run("delete", "id-1", "--owner=anna", "--output=json")).isZero();

    JsonStreamParser answers = new JsonStreamParser(out());
    assertThat(answers.next().getAsJsonObject().get("replayed").getAsBoolean()).isTrue();
    JsonObject updated = answers.next().getAsJsonObject().getAsJsonObject("event");
    assertThat(updated.get("title").getAsString()).isEqualTo("New");
    assertThat(answers.next().getAsJsonObject().entrySet()).isEmpty();
    assertThat(answers.hasNext()).isFalse();
  }

  @Test
  void printsApiResponseAsJson() {
    answer(
        request ->
            GetEventResponse.newBuilder()
                .setEvent(Event.newBuilder().setOwnerId("anna").setId("id-1"))
                .build());

    int status = run("get", "id-1", "--owner", "anna", "--output", "json");

    assertThat(status).isZero();
    JsonObject event = JsonParser.parseString(out()).getAsJsonObject().getAsJsonObject("event");
    assertThat(event.get("owner_id").getAsString()).isEqualTo("anna");
    assertThat(event.get("title").getAsString()).isEmpty();
    assertThat(event.getAsJsonArray("reminders")).isEmpty();
  }

  @Test
  void printsDatesAsJson() {
    Event allDay =
        Event.newBuilder()
            .setStartDate(Date.newBuilder().setYear(2026).setMonth(12).setDay(24))
            .setEndDate(Date.newBuilder().setYear(2026).setMonth(12).setDay(25))
            .setTimeZone("Asia/Tokyo")
            .setLocation("Room 5")
            .setAvailability(Event.Availability.AVAILABILITY_FREE)
            .build();
    answer(request -> GetEventResponse.newBuilder().setEvent(allDay).build());

    assertThat(run("get", "id-1", "--owner=anna", "--output=json")).isZero();

    JsonObject event = JsonParser.parseString(out()).getAsJsonObject().getAsJsonObject("event");
    assertThat(event.get("start_date"))
        .isEqualTo(JsonParser.parseString("{\"year\": 2026, \"month\": 12, \"day\": 24}"));
    assertThat(event.getAsJsonObject("end_date").get("day").getAsInt()).isEqualTo(25);
    assertThat(event.get("time_zone").getAsString()).isEqualTo("Asia/Tokyo");
    assertThat(event.get("location").getAsString()).isEqualTo("Room 5");
    assertThat(event.get("availability").getAsString()).isEqualTo("AVAILABILITY_FREE");
  }

  @Test
  void omitsMissingDatesInJson() {
    answer(request -> GetEventResponse.newBuilder().setEvent(event("id-1", "Tea", 9)).build());

    assertThat(run("get", "id-1", "--owner=anna", "--output=json")).isZero();

    JsonObject event = JsonParser.parseString(out()).getAsJsonObject().getAsJsonObject("event");
    assertThat(event.has("start_date")).isFalse();
    assertThat(event.has("end_date")).isFalse();
    assertThat(event.get("time_zone").getAsString()).isEmpty();
    assertThat(event.get("availability").getAsString()).isEqualTo("AVAILABILITY_UNSPECIFIED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"table", "json"})
  void escapesControlCharactersInOutput(String output) {
    String text = "a\u0085b\u009bc\u2028d\u202ee\u2066f\ufeffg\u200fh";
    Event event =
        Event.newBuilder()
            .setOwnerId(text)
            .setTitle(text)
            .setDescription(text)
            .setLocation(text)
            .build();
    answer(request -> GetEventResponse.newBuilder().setEvent(event).build());

    assertThat(run("get", "id-1", "--owner", "anna", "--output", output)).isZero();

    assertThat(out())
        .doesNotContainPattern("[\u0080-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
        .contains("a\\u0085b\\u009bc\\u2028d\\u202ee\\u2066f\\ufeffg\\u200fh");
    if (output.equals("json")) {
      JsonObject shown = JsonParser.parseString(out()).getAsJsonObject().getAsJsonObject("event");
      assertThat(shown.get("title").getAsString()).isEqualTo(text);
    }
  }

  @Test
  void listsAllPagesAsTable() {
    answer(
        request -> {
          boolean first = ((ListDayEventsRequest) request).getPageToken().isEmpty();
          return ListDayEventsResponse.newBuilder()
              .addEvents(first ? event("a", "Breakfast", 6) : event("b", "Lunch", 11))
              .setNextPageToken(first ? "more" : "")
              .build();
        });

    int status = run("day", "--owner=anna", "--date=tomorrow", "--zone=Europe/Brussels");

    assertThat(status).isZero();
    assertThat(out())
        .isEqualTo(
            """
            anna, Tue 1 Dec 2026, Europe/Brussels

            Tue 1 Dec 2026
              07:00 – 08:00  Breakfast  a
              12:00 – 13:00  Lunch      b

            2 events
            """);
    ListDayEventsRequest sent = (ListDayEventsRequest) server.requests().get(0);
    assertThat(sent.getTimeZone()).isEqualTo("Europe/Brussels");
    assertThat(sent.getDate())
        .isEqualTo(Date.newBuilder().setYear(2026).setMonth(12).setDay(1).build());
  }
}

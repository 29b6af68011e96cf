package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateEventResponse;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

/** How the program tells the end of an import. */
class ImportCommandTest extends OnCalendarClient {
  @Test
  void importsTheSampleAndTellsTheRest() {
    answer(request -> CreateEventResponse.getDefaultInstance());

    assertThat(run("import", "../examples/team-week.ics", "--owner=anna")).isZero();
    assertThat(out())
        .isEqualTo(
            """
            8 created, 0 already there, 0 busy, 2 skipped
            skipped: VEVENT offsite@team-week.example, line 152: all-day
            skipped: VEVENT standup@team-week.example, line 159: recurring
            """);
    assertThat(err()).isEmpty();
  }

  @Test
  void tellsProgramsTheCountsAsJson() {
    answer(request -> CreateEventResponse.newBuilder().setReplayed(true).build());

    assertThat(run("import", "../examples/team-week.ics", "--owner=a", "--output=json")).isZero();
    JsonObject counts = JsonParser.parseString(out()).getAsJsonObject();
    assertThat(counts.get("created").getAsInt()).isZero();
    assertThat(counts.get("already_there").getAsInt()).isEqualTo(8);
    assertThat(counts.get("skipped").getAsInt()).isEqualTo(2);
    assertThat(counts.get("complete").getAsBoolean()).isTrue();
    assertThat(counts.getAsJsonArray("skipped_components").get(0).getAsJsonObject().get("reason"))
        .hasToString("\"all-day\"");
  }
}

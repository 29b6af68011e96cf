package calendar.client.ics;

import static calendar.client.ics.IcsFiles.TIMES;
import static calendar.client.ics.IcsFiles.event;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.event.IcsEvent;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {
  @ParameterizedTest
  @CsvSource({
    "TRIGGER:-PT10M, PT10M",
    "TRIGGER:PT0S, PT0S",
    "TRIGGER:-P1D, PT24H",
    "TRIGGER:-P1W, PT168H",
    "TRIGGER:-P366D, PT8784H",
    "TRIGGER;RELATED=START:-PT1H, PT1H",
    "TRIGGER;RELATED=END:-PT1H15M, PT15M",
    "TRIGGER;VALUE=DATE-TIME:20261201T093000Z, PT30M"
  })
  void convertsAlarmsToReminders(String trigger, Duration before) throws IOException {
    IcsEvent event = event(TIMES + alarm(trigger));

    assertThat(event.remindBefore()).containsExactly(before);
    assertThat(event.notes()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRIGGER:PT10M",
        "TRIGGER;RELATED=END:-PT5M",
        "TRIGGER;VALUE=DATE-TIME:20261201T100001Z",
        "TRIGGER:-P367D",
        "TRIGGER:-P366DT1S"
      })
  void reportsDroppedOnlyAlarm(String trigger) throws IOException {
    IcsEvent event = event(TIMES + alarm(trigger));

    assertThat(event.remindBefore()).isEmpty();
    assertThat(event.notes()).singleElement().asString().startsWith("alarm dropped, line ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "TRIGGER:-PT1H\nREPEAT:3\nDURATION:X",
        "TRIGGER:-PT1H\nREPEAT:3\nDURATION:-PT1M",
        "TRIGGER:-P30D\nREPEAT:9999999\nDURATION:PT1S"
      })
  void reportsDroppedRepeats(String alarm) throws IOException {
    assertThat(event(TIMES + alarm(alarm)).notes()).anyMatch(note -> note.contains("repeats"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DESCRIPTION:y | alarm dropped, line 8: has no TRIGGER",
        "TRIGGER:soon | alarm dropped, line 11: invalid: TRIGGER:soon",
        "TRIGGER:PT1S | alarm dropped, line 11: after the start",
        "TRIGGER:-P366DT1S | alarm dropped, line 11: more than 366 days before"
      })
  void explainsDroppedAlarms(String trigger, String note) throws IOException {
    assertThat(event(TIMES + alarm(trigger)).notes()).containsExactly(note);
  }

  @Test
  void repeatsAlarmUpToStart() throws IOException {
    IcsEvent event = event(TIMES + alarm("TRIGGER:-PT1H\nREPEAT:4\nDURATION:PT15M"));

    assertThat(event.remindBefore())
        .extracting(Duration::toMinutes)
        .containsExactly(60L, 45L, 30L, 15L, 0L);
    assertThat(event.notes()).isEmpty();
    assertThat(event(TIMES + alarm("TRIGGER:-PT1H\nREPEAT:5\nDURATION:PT15M")).notes())
        .containsExactly("alarm dropped, line 11: repeats after the start");
  }

  @Test
  void repeatsAlarmHundredTimes() throws IOException {
    String note = "alarm dropped, line 11: repeats more than 100 times";

    assertThat(event(TIMES + alarm("TRIGGER:-P1D\nREPEAT:100\nDURATION:PT1M")).notes())
        .doesNotContain(note)
        .contains("86 more alarms dropped");
    assertThat(event(TIMES + alarm("TRIGGER:-P1D\nREPEAT:101\nDURATION:PT1M")).notes())
        .contains(note, "86 more alarms dropped");
  }

  @ParameterizedTest
  @ValueSource(strings = {"REPEAT:3", "REPEAT:x\nDURATION:PT1M", "REPEAT:3\nDURATION:PT0S"})
  void keepsAlarmWithInvalidRepeats(String repeat) throws IOException {
    IcsEvent event = event(TIMES + alarm("TRIGGER:-PT1H\n" + repeat));

    assertThat(event.remindBefore()).containsExactly(Duration.ofHours(1));
    assertThat(event.notes())
        .containsExactly("alarm dropped, line 11: its repeats have an invalid REPEAT or DURATION");
  }

  @Test
  void ignoresAlarmsThatDoNothing() throws IOException {
    IcsEvent none = event(TIMES + alarm("TRIGGER:-PT1H").replace("ACTION:DISPLAY", "ACTION:none"));
    IcsEvent once = event(TIMES + alarm("TRIGGER:-PT1H\nREPEAT:0"));

    assertThat(none.remindBefore()).isEmpty();
    assertThat(none.notes()).isEmpty();
    assertThat(once.remindBefore()).containsExactly(Duration.ofHours(1));
    assertThat(once.notes()).isEmpty();
  }

  @Test
  void readsAlarmTimesInZoneOfStart() throws IOException {
    String start = "DTSTART;TZID=Europe/Brussels:20261201T100000\nDURATION:PT1H\n";

    assertThat(event(start + alarm("TRIGGER;VALUE=DATE-TIME:20261201T094500")).remindBefore())
        .containsExactly(Duration.ofMinutes(15));
    assertThat(
            event(start + alarm("TRIGGER;VALUE=DATE-TIME;TZID=Europe/London:20261201T084500"))
                .remindBefore())
        .containsExactly(Duration.ofMinutes(15));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DALARM", "AALARM", "MALARM"})
  void reportsAlarmsOfOlderFiles(String property) throws IOException {
    assertThat(event(TIMES + property + ":20261201T094500Z\n").notes())
        .containsExactly("alarm dropped, line 8: not supported: " + property + ":20261201T094500Z");
  }

  @Test
  void reportsTenDroppedAlarmsIndividually() throws IOException {
    assertThat(event(TIMES + everyMinute(5)).notes()).isEmpty();
    assertThat(event(TIMES + everyMinute(6)).notes())
        .containsExactly("alarm dropped: PT1M before the start, more than 5 alarms");
    assertThat(event(TIMES + everyMinute(15)).notes()).hasSize(10);
    assertThat(event(TIMES + everyMinute(16)).notes())
        .hasSize(11)
        .last()
        .isEqualTo("1 more alarms dropped");
  }

  private static String everyMinute(int alarms) {
    StringBuilder text = new StringBuilder();
    for (int minutes = 1; minutes <= alarms; minutes++) {
      text.append(alarm("TRIGGER:-PT" + minutes + "M"));
    }
    return text.toString();
  }

  @Test
  void limitsNotesAboutAlarms() throws IOException {
    assertThat(event(TIMES + everyMinute(1_000)).notes())
        .hasSize(11)
        .last()
        .asString()
        .contains("985 more");
  }

  @Test
  void keepsFiveEarliestAlarms() throws IOException {
    StringBuilder alarms = new StringBuilder(alarm("TRIGGER:PT10M"));
    for (int minutes : new int[] {1, 2, 2, 3, 4, 5, 6}) {
      alarms.append(alarm("TRIGGER:-PT" + minutes + "M"));
    }

    assertThat(event(TIMES + alarms).remindBefore())
        .extracting(Duration::toMinutes)
        .containsExactly(6L, 5L, 4L, 3L, 2L);
  }

  private static String alarm(String trigger) {
    return "BEGIN:VALARM\nACTION:DISPLAY\nDESCRIPTION:x\n" + trigger + "\nEND:VALARM\n";
  }
}

package calendar.client.ics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlarmsTest {
  private static final String HEAD = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//test//EN\n";
  private static final String TAIL = "END:VCALENDAR\n";
  private static final String TIMES = "DTSTART:20261201T100000Z\nDTEND:20261201T110000Z\n";

  @ParameterizedTest
  @CsvSource({
    "TRIGGER:-PT10M, PT10M",
    "TRIGGER:PT0S, PT0S",
    "TRIGGER:-P1D, PT24H",
    "TRIGGER:-P1W, PT168H",
    "TRIGGER;RELATED=START:-PT1H, PT1H",
    "TRIGGER;RELATED=END:-PT1H15M, PT15M",
    "TRIGGER;VALUE=DATE-TIME:20261201T093000Z, PT30M"
  })
  void makesRemindersOfAlarms(String trigger, Duration before) throws IOException {
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
        "TRIGGER:-P367D"
      })
  void tellsThatNoAlarmIsLeft(String trigger) throws IOException {
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
  void reportsRepeatsThatAreDropped(String alarm) throws IOException {
    assertThat(event(TIMES + alarm(alarm)).notes()).anyMatch(note -> note.contains("repeats"));
  }

  @Test
  void keepsReportsOfManyAlarmsShort() throws IOException {
    StringBuilder alarms = new StringBuilder();
    for (int minutes = 1; minutes <= 1_000; minutes++) {
      alarms.append(alarm("TRIGGER:-PT" + minutes + "M"));
    }

    assertThat(event(TIMES + alarms).notes()).hasSize(11).last().asString().contains("985 more");
  }

  @Test
  void keepsTheFiveEarliestAlarms() throws IOException {
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

  private static String vevent(String properties) {
    return "BEGIN:VEVENT\nUID:7@x\n" + properties + "END:VEVENT\n";
  }

  private static IcsEvent event(String properties) throws IOException {
    return (IcsEvent) read(HEAD + vevent(properties) + TAIL).get(0);
  }

  private static List<IcsComponent> read(String file) throws IOException {
    return IcsFiles.read(file);
  }

  private static byte[] bytes(String file) {
    return file.getBytes(StandardCharsets.UTF_8);
  }
}

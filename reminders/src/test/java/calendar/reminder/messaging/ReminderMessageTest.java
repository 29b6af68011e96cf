package calendar.reminder.messaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.reminder.DueReminder;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderMessageTest {
  private static final String TEA =
      "{\"reminder_id\":\"0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b\","
          + "\"event_id\":\"0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4c\","
          + "\"owner_id\":\"me\",\"title\":\"Tea\","
          + "\"start_time\":\"2026-11-02T10:00:00Z\",\"remind_before\":\"PT15M\"}";

  private static ReminderMessage parse(String json) {
    return ReminderMessage.parse(json.getBytes(UTF_8));
  }

  @Test
  void writesAllFieldsInOrder() {
    ReminderMessage tea =
        new ReminderMessage(
            UUID.fromString("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b"),
            UUID.fromString("0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4c"),
            "me",
            "Tea",
            Instant.parse("2026-11-02T10:00:00Z"),
            Duration.ofMinutes(15));

    assertThat(tea.toJson()).isEqualTo(TEA);
    assertThat(parse(TEA)).isEqualTo(tea);
  }

  @Test
  void buildsMessageOfDueReminder() {
    ReminderMessage tea = parse(TEA);
    DueReminder due =
        new DueReminder(
            tea.reminderId(),
            tea.eventId(),
            tea.ownerId(),
            tea.title(),
            tea.startTime(),
            tea.remindBefore(),
            tea.startTime().minus(tea.remindBefore()));

    assertThat(ReminderMessage.of(due)).isEqualTo(tea);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "`line\nbreak`",
        "`tab\tand \"quotes\" \\`",
        "чай 🍵 \u2028",
        "`a\u0085b\u009bc\u2028d\u2029e\u202ef\u2066g\u200eh\u061ci\ufeffj\u007f`",
        "`half \ud83c of a pair`"
      })
  void writesAnyTitleInOneLine(String title) {
    ReminderMessage tea = parse(TEA);
    ReminderMessage odd =
        new ReminderMessage(
            tea.reminderId(),
            tea.eventId(),
            tea.ownerId(),
            title,
            tea.startTime(),
            tea.remindBefore());

    assertThat(odd.toJson())
        .doesNotContainPattern(
            "[\\p{Cc}\\p{Cs}\\u2028-\\u202e\\u2066-\\u2069\\u200e\\u200f\\u061c\\ufeff]");
    assertThat(ReminderMessage.parse(odd.toBytes())).isEqualTo(odd);
  }

  @Test
  void ignoresUnknownFields() {
    assertThat(parse(TEA.replaceFirst("\\{", "{\"place\":{\"room\":[1,2]},")))
        .isEqualTo(parse(TEA));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"Tea\"                   | 7         | title is not a text",
        "\"Tea\"                   | null      | title is not a text",
        "\"title\"                 | \"titel\" | title is missing",
        "0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b | 1-1-1-1-1 | reminder_id is not a UUID",
        "0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4c | none | event_id is not a UUID",
        "2026-11-02T10:00:00Z      | tomorrow  | start_time is not an RFC 3339 time",
        "PT15M                     | 15m       | remind_before is not an ISO 8601 duration",
        "PT15M\"}                  | PT15M\"   | not JSON",
        "PT15M\"}                  | PT15M\"}{} | not JSON",
      })
  void namesTheBadField(String good, String bad, String reason) {
    assertThatThrownBy(() -> parse(TEA.replace(good, bad)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'' | not JSON", "[] | not a JSON object", "hello | not JSON"})
  void rejectsOtherJson(String text, String reason) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage(reason);
  }

  @Test
  void rejectsOtherEncodings() {
    assertThatThrownBy(() -> ReminderMessage.parse(TEA.replace("Tea", "Thé").getBytes(ISO_8859_1)))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("not UTF-8");
  }

  @Test
  void readsUpToOneMebibyte() {
    String largest = TEA + " ".repeat(1024 * 1024 - TEA.length());

    assertThat(parse(largest)).isEqualTo(parse(TEA));
    assertThatThrownBy(() -> parse(largest + " ")).hasMessage("longer than 1048576 bytes: 1048577");
  }

  @Test
  void rejectsTooLongOrTooDeepMessages() {
    assertThatThrownBy(() -> ReminderMessage.parse(new byte[5 * 1024 * 1024]))
        .isInstanceOf(MalformedMessageException.class)
        .hasMessage("longer than 1048576 bytes: 5242880");
    assertThatThrownBy(() -> parse("{\"a\":" + "[".repeat(500_000)))
        .isInstanceOf(MalformedMessageException.class);
  }
}

package calendar.reminder.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.reminder.DueReminder;
import calendar.text.VisibleText;
import jakarta.json.spi.JsonProvider;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The message of a reminder, in the queue and in the sender's output: a JSON object of strings.
 * Times are RFC 3339 in UTC, durations ISO 8601.
 *
 * @param startTime when the event starts
 * @param remindBefore how long before the start the owner wants the reminder
 */
public record ReminderMessage(
    UUID reminderId,
    UUID eventId,
    String ownerId,
    String title,
    Instant startTime,
    Duration remindBefore) {
  /** Looked up once, because the lookup is slow. */
  private static final JsonProvider JSON = JsonProvider.provider();

  static final String REMINDER_ID = "reminder_id";
  static final String EVENT_ID = "event_id";
  static final String OWNER_ID = "owner_id";
  static final String TITLE = "title";
  static final String START_TIME = "start_time";
  static final String REMIND_BEFORE = "remind_before";

  /** Builds the message of a due reminder. */
  public static ReminderMessage of(DueReminder due) {
    return new ReminderMessage(
        due.reminderId(),
        due.eventId(),
        due.ownerId(),
        due.title(),
        due.startTime(),
        due.remindBefore());
  }

  /**
   * Parses a message. Every field must be present and well formed. Ignores other fields, which a
   * later version may add.
   *
   * @throws MalformedMessageException with the reason if the bytes are not such a message
   */
  public static ReminderMessage parse(byte[] body) {
    MessageFields fields = MessageFields.parse(body);
    return new ReminderMessage(
        fields.uuid(REMINDER_ID),
        fields.uuid(EVENT_ID),
        fields.text(OWNER_ID),
        fields.text(TITLE),
        fields.instant(START_TIME),
        fields.duration(REMIND_BEFORE));
  }

  /**
   * Returns one line without a line end. The fields have a fixed order and the id comes first.
   * Escapes characters that control a terminal or hide text.
   */
  public String toJson() {
    StringWriter json = new StringWriter();
    try (var generator = JSON.createGenerator(json)) {
      generator
          .writeStartObject()
          .write(REMINDER_ID, reminderId.toString())
          .write(EVENT_ID, eventId.toString())
          .write(OWNER_ID, ownerId)
          .write(TITLE, title)
          .write(START_TIME, startTime.toString())
          .write(REMIND_BEFORE, remindBefore.toString())
          .writeEnd();
    }
    return VisibleText.inJson(json.toString());
  }

  /** Returns {@link #toJson} in UTF-8. */
  public byte[] toBytes() {
    return toJson().getBytes(UTF_8);
  }
}

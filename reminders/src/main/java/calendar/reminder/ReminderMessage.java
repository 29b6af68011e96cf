package calendar.reminder;

import static java.nio.charset.StandardCharsets.UTF_8;

import calendar.text.VisibleText;
import jakarta.json.spi.JsonProvider;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A reminder as it travels, and as it is printed: a JSON object of texts. Times are RFC 3339 in
 * UTC, durations ISO 8601.
 *
 * @param startTime when the event begins
 * @param remindBefore how long before its start the owner wanted to be reminded
 */
public record ReminderMessage(
    UUID reminderId,
    UUID eventId,
    String ownerId,
    String title,
    Instant startTime,
    Duration remindBefore) {
  /** Looked up once: it takes long. */
  private static final JsonProvider JSON = JsonProvider.provider();

  static final String REMINDER_ID = "reminder_id";
  static final String EVENT_ID = "event_id";
  static final String OWNER_ID = "owner_id";
  static final String TITLE = "title";
  static final String START_TIME = "start_time";
  static final String REMIND_BEFORE = "remind_before";

  /** What is said of a reminder that is due. */
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
   * Reads a message strictly: every field must be there and well formed. Further fields are left
   * for later versions of the sender.
   *
   * @throws MalformedMessageException if it is none, saying why
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
   * One line, without its end; the fields are always in the same order, the id first. Characters
   * that steer a terminal or hide text are escaped.
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

  /** The JSON in UTF-8. */
  public byte[] toBytes() {
    return toJson().getBytes(UTF_8);
  }
}

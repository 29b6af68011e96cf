package calendar.client.command.output;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Reminder;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Prints one event completely, one line for each field. */
final class EventBlock {
  private static final int LABEL_WIDTH = 13;

  private final PrintStream out;
  private final ZoneId zone;

  EventBlock(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  void print(Event event) {
    EventSpan span = EventSpan.of(event, zone);
    line("Title", TerminalText.oneLine(event.getTitle()));
    line("When", span.dayAndTimes() + ", " + TerminalText.oneLine(span.zoneName()));
    if (!event.hasStartDate()) {
      optional("Time zone", event.getTimeZone());
    }
    optional("Location", event.getLocation());
    optional(
        "Availability",
        event.getAvailability() == Event.Availability.AVAILABILITY_FREE ? "free" : "");
    line("Owner", TerminalText.oneLine(event.getOwnerId()));
    description(event.getDescription());
    String label = "Reminders";
    for (Reminder reminder : event.getRemindersList()) {
      line(label, reminder(reminder));
      label = "";
    }
    line("Id", event.getId());
    line("Etag", event.getEtag());
    line("Created", moment(ProtoTimes.instant(event.getCreateTime())));
    line("Changed", moment(ProtoTimes.instant(event.getUpdateTime())));
  }

  private void description(String description) {
    String label = "Description";
    for (String paragraph : description.lines().toList()) {
      line(label, TerminalText.oneLine(paragraph));
      label = "";
    }
  }

  private String reminder(Reminder reminder) {
    String state = reminder.getState().name().replaceFirst("^STATE_", "").toLowerCase(Locale.ROOT);
    String text =
        "%s before, %s, %s"
            .formatted(
                TerminalText.duration(ProtoTimes.duration(reminder.getRemindBefore())),
                moment(ProtoTimes.instant(reminder.getRemindTime())),
                state);
    return reminder.hasDeliverTime()
        ? text + " " + moment(ProtoTimes.instant(reminder.getDeliverTime()))
        : text;
  }

  private String moment(Instant time) {
    return TimeSpan.moment(time, zone);
  }

  private void optional(String label, String value) {
    if (!value.isEmpty()) {
      line(label, TerminalText.oneLine(value));
    }
  }

  private void line(String label, String value) {
    out.println((TerminalText.pad(label, LABEL_WIDTH) + value).stripTrailing());
  }
}

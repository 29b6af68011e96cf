package calendar.client.command.output;

import calendar.client.ProtoTimes;
import calendar.client.command.output.text.EventSpan;
import calendar.client.command.output.text.LabelledLines;
import calendar.client.command.output.text.TerminalText;
import calendar.client.command.output.text.TimeSpan;
import calendar.v1.Event;
import calendar.v1.Reminder;
import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/** Prints one event completely, one line for each field. */
final class EventBlock {
  private final LabelledLines lines;
  private final ZoneId zone;

  EventBlock(PrintStream out, ZoneId zone) {
    this.lines = new LabelledLines(out);
    this.zone = zone;
  }

  void print(Event event) {
    EventSpan span = EventSpan.of(event, zone);
    lines.line("Title", event.getTitle());
    lines.line("When", span.dayAndTimes() + ", " + span.zoneName());
    if (!event.hasStartDate()) {
      lines.optional("Time zone", event.getTimeZone());
    }
    lines.optional("Location", event.getLocation());
    lines.optional(
        "Availability",
        event.getAvailability() == Event.Availability.AVAILABILITY_FREE ? "free" : "");
    lines.line("Owner", event.getOwnerId());
    lines.lines("Description", event.getDescription().lines().toList());
    lines.lines("Reminders", event.getRemindersList().stream().map(this::reminder).toList());
    lines.optional("Series", event.getSeriesId());
    lines.optional("Moved from", OccurrenceOrigin.movedFrom(event, zone).orElse(""));
    lines.line("Id", event.getId());
    lines.line("Etag", event.getEtag());
    lines.line("Created", moment(ProtoTimes.instant(event.getCreateTime())));
    lines.line("Changed", moment(ProtoTimes.instant(event.getUpdateTime())));
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
}

package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.EventPages;
import calendar.client.ProtoTimes;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.client.command.output.text.TimeSpan;
import calendar.v1.Event;
import com.google.type.Date;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Option;

/** Lists the events of a period that begins with a date. */
abstract class PeriodCommand extends OwnerCommand {
  @Option(
      names = "--date",
      paramLabel = "DATE",
      description = "First day: 2026-12-01, '1 Dec', monday, tomorrow (default: today).")
  private String date = "today";

  @Override
  protected final int run(CalendarClient client) {
    LocalDate first = date("--date", date);
    List<Event> events = list(new EventPages(client), ProtoTimes.date(first), root().zoneName());
    String heading = "%s, %s, %s".formatted(owner(), period(TimeSpan.DAY.format(first)), zone());
    printer().listed(heading, events);
    return ExitStatus.OK;
  }

  abstract List<Event> list(EventPages pages, Date first, String timeZone);

  /** Describes the period for the heading. */
  abstract String period(String firstDay);
}

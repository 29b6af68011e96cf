package calendar.client.command;

import calendar.client.EventPages;
import calendar.v1.Event;
import calendar.v1.ListWeekEventsRequest;
import com.google.type.Date;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "week",
    description = "Lists the events of seven days, from a date.",
    sortOptions = false)
final class WeekCommand extends PeriodCommand {
  @Override
  List<Event> list(EventPages pages, Date first, String timeZone) {
    return pages.of(
        ListWeekEventsRequest.newBuilder()
            .setOwnerId(owner())
            .setDate(first)
            .setTimeZone(timeZone)
            .build());
  }

  @Override
  String period(String firstDay) {
    return "seven days from " + firstDay;
  }
}

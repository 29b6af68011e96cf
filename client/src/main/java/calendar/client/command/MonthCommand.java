package calendar.client.command;

import calendar.client.EventPages;
import calendar.v1.Event;
import calendar.v1.ListMonthEventsRequest;
import com.google.type.Date;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "month",
    description = "Lists the events of a month, from a date to the same day of the next month.",
    sortOptions = false)
final class MonthCommand extends PeriodCommand {
  @Override
  List<Event> list(EventPages pages, Date first, String timeZone) {
    return pages.of(
        ListMonthEventsRequest.newBuilder()
            .setOwnerId(owner())
            .setDate(first)
            .setTimeZone(timeZone)
            .build());
  }

  @Override
  String period(String firstDay) {
    return "a month from " + firstDay;
  }
}

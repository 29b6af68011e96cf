package calendar.client.command;

import calendar.client.EventPages;
import calendar.v1.Event;
import calendar.v1.ListDayEventsRequest;
import com.google.type.Date;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "day", description = "Lists the events of a day.", sortOptions = false)
final class DayCommand extends PeriodCommand {
  @Override
  List<Event> list(EventPages pages, Date first, String timeZone) {
    return pages.of(
        ListDayEventsRequest.newBuilder()
            .setOwnerId(owner())
            .setDate(first)
            .setTimeZone(timeZone)
            .build());
  }

  @Override
  String period(String firstDay) {
    return firstDay;
  }
}

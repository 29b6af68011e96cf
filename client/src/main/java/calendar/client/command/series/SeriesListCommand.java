package calendar.client.command.series;

import calendar.client.CalendarClient;
import calendar.client.SeriesPages;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.v1.ListSeriesRequest;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    description = "Lists the series of an owner, in the order in which they were created.",
    sortOptions = false)
final class SeriesListCommand extends OwnerCommand {
  @Override
  protected int run(CalendarClient client) {
    ListSeriesRequest request = ListSeriesRequest.newBuilder().setOwnerId(owner()).build();
    String heading = "%s, %s".formatted(owner(), zone());
    printer().listedSeries(heading, new SeriesPages(client).of(request));
    return ExitStatus.OK;
  }
}

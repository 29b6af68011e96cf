package calendar.client.command.series;

import calendar.client.CalendarClient;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.client.command.base.SeriesIdParameter;
import calendar.v1.GetSeriesRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "get",
    description = "Shows a series and the occurrences that were skipped.",
    sortOptions = false)
final class SeriesGetCommand extends OwnerCommand {
  @Mixin private SeriesIdParameter series;

  @Override
  protected int run(CalendarClient client) {
    GetSeriesRequest request =
        GetSeriesRequest.newBuilder().setOwnerId(owner()).setId(series.id()).build();
    printer().found(client.getSeries(request));
    return ExitStatus.OK;
  }
}

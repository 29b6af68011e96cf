package calendar.client.command.series;

import calendar.client.CalendarClient;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.client.command.base.SeriesIdParameter;
import calendar.client.command.update.FromOption;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.Event;
import calendar.v1.GetSeriesRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "delete",
    description =
        "Deletes a series with all its occurrences, or with --from one occurrence and those that"
            + " follow. Occurrences that were changed are deleted too.",
    sortOptions = false)
final class SeriesDeleteCommand extends OwnerCommand {
  @Mixin private SeriesIdParameter series;

  @Mixin private FromOption from;

  @Option(
      names = "--etag",
      paramLabel = "ETAG",
      description = "Delete only if the series still has this etag.")
  private String etag = "";

  @Override
  protected int run(CalendarClient client) {
    DeleteSeriesRequest.Builder request =
        DeleteSeriesRequest.newBuilder().setOwnerId(owner()).setId(series.id()).setEtag(etag);
    if (from.isGiven()) {
      GetSeriesRequest reading =
          GetSeriesRequest.newBuilder().setOwnerId(owner()).setId(series.id()).build();
      Event first = from.occurrence(client.getSeries(reading).getSeries(), this);
      if (first.hasStartDate()) {
        request.setFromDate(first.getStartDate());
      } else {
        request.setFromTime(first.getStartTime());
      }
    }
    printer().deleted(series.id(), client.deleteSeries(request.build()));
    return ExitStatus.OK;
  }
}

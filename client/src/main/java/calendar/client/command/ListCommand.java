package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.EventPages;
import calendar.client.ProtoTimes;
import calendar.client.command.base.ExitStatus;
import calendar.client.command.base.OwnerCommand;
import calendar.client.command.output.text.TimeSpan;
import calendar.v1.ListEventsRequest;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "list",
    description = "Lists the events that overlap a period.",
    sortOptions = false)
final class ListCommand extends OwnerCommand {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "TIME",
      description =
          "Start of the period, such as '1 Dec', 9:00 (today) or '2 hours ago'. A date means the start"
              + " of that day.")
  private String from;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "TIME",
      description = "End of the period (exclusive).")
  private String to;

  @Override
  protected int run(CalendarClient client) {
    Instant start = time("--from", from);
    Instant end = time("--to", to);
    ListEventsRequest request =
        ListEventsRequest.newBuilder()
            .setOwnerId(owner())
            .setStartTime(ProtoTimes.timestamp(start))
            .setEndTime(ProtoTimes.timestamp(end))
            .build();
    String heading =
        "%s, %s to %s, %s"
            .formatted(
                owner(), TimeSpan.moment(start, zone()), TimeSpan.moment(end, zone()), zone());
    printer().listed(heading, new EventPages(client).of(request));
    return ExitStatus.OK;
  }
}

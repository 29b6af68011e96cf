package calendar.client.command.series;

import calendar.client.command.update.SeriesUpdateCommand;
import picocli.CommandLine.Command;

/** The commands for series. */
@Command(
    name = "series",
    description = {
      "Shows, changes and deletes series. 'create --repeat' books one.",
      "Each occurrence is an event of its own: 'update' and 'delete' change or delete only that one."
    },
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SeriesListCommand.class,
      SeriesGetCommand.class,
      SeriesUpdateCommand.class,
      SeriesDeleteCommand.class
    })
public final class SeriesCommand {}

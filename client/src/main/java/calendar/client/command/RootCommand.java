package calendar.client.command;

import calendar.client.command.access.AccessCommand;
import calendar.client.command.access.GrantCommand;
import calendar.client.command.access.RevokeCommand;
import calendar.client.command.base.GlobalOptions;
import calendar.client.command.series.SeriesCommand;
import calendar.client.command.update.UpdateCommand;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The program itself: its commands, and the options of all of them. */
@Command(
    name = "calendar_client",
    description = "Books, changes and lists the events of a calendar.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    versionProvider = BuildVersion.class,
    sortOptions = false,
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Exit status: 0 success, 1 rejected by the calendar, 2 wrong usage or configuration, 3"
          + " calendar unreachable."
    },
    subcommands = {
      CreateCommand.class,
      GetCommand.class,
      UpdateCommand.class,
      DeleteCommand.class,
      ListCommand.class,
      DayCommand.class,
      WeekCommand.class,
      MonthCommand.class,
      SeriesCommand.class,
      GrantCommand.class,
      RevokeCommand.class,
      AccessCommand.class,
      ImportCommand.class
    })
final class RootCommand extends GlobalOptions {
  RootCommand(Map<String, String> environment, Clock clock, PrintStream out, PrintStream err) {
    super(environment, clock, out, err);
  }
}

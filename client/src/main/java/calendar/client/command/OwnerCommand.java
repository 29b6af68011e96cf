package calendar.client.command;

import picocli.CommandLine.Option;

/** A command about the events of one owner. */
abstract class OwnerCommand extends CalendarCommand {
  @Option(
      names = "--owner",
      required = true,
      paramLabel = "NAME",
      description = "The owner of the calendar.")
  private String owner;

  final String owner() {
    return owner;
  }
}

package calendar.client.command.base;

import picocli.CommandLine.Option;

/** A command about the events of one owner. */
public abstract class OwnerCommand extends CalendarCommand {
  @Option(
      names = "--owner",
      required = true,
      paramLabel = "NAME",
      description = "The owner of the calendar.")
  private String owner;

  protected final String owner() {
    return owner;
  }
}

package calendar.client.command.base;

import picocli.CommandLine.Parameters;

/** The id of the event that a command is about. */
public final class EventIdParameter {
  @Parameters(paramLabel = "ID", description = "The event's id.")
  private String id;

  public String id() {
    return id;
  }
}

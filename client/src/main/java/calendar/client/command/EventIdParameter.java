package calendar.client.command;

import picocli.CommandLine.Parameters;

/** The id of the event that a command is about. */
final class EventIdParameter {
  @Parameters(paramLabel = "ID", description = "The event's id.")
  private String id;

  String id() {
    return id;
  }
}

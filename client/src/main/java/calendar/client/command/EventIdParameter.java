package calendar.client.command;

import picocli.CommandLine.Parameters;

/** Which event. */
final class EventIdParameter {
  @Parameters(paramLabel = "ID", description = "The event's id.")
  private String id;

  String id() {
    return id;
  }
}

package calendar.client.command;

import picocli.CommandLine.Parameters;

/** The id of the series that a command is about. */
final class SeriesIdParameter {
  @Parameters(paramLabel = "ID", description = "The id of the series; 'get' of an event shows it.")
  private String id;

  String id() {
    return id;
  }
}

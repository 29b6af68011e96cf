package calendar.client.command.base;

import picocli.CommandLine.Parameters;

/** The id of the series that a command is about. */
public final class SeriesIdParameter {
  @Parameters(paramLabel = "ID", description = "The id of the series; 'get' of an event shows it.")
  private String id;

  public String id() {
    return id;
  }
}

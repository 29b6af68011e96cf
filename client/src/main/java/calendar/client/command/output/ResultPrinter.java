package calendar.client.command.output;

import calendar.client.importing.report.ImportReport;
import calendar.v1.CreateEventResponse;
import calendar.v1.DeleteEventResponse;
import calendar.v1.Event;
import calendar.v1.GetEventResponse;
import calendar.v1.UpdateEventResponse;
import java.util.List;

/** Prints the results of commands. */
public interface ResultPrinter {

  void created(CreateEventResponse answer);

  void found(GetEventResponse answer);

  void updated(UpdateEventResponse answer);

  void deleted(String id, DeleteEventResponse answer);

  /**
   * @param heading one line that names the owner and the period
   */
  void listed(String heading, List<Event> events);

  void imported(ImportReport report);
}

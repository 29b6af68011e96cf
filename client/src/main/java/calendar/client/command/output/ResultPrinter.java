package calendar.client.command.output;

import calendar.client.importing.report.ImportReport;
import calendar.v1.CreateEventResponse;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteEventResponse;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.Event;
import calendar.v1.GetEventResponse;
import calendar.v1.GetSeriesResponse;
import calendar.v1.Grant;
import calendar.v1.GrantAccessResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import calendar.v1.Series;
import calendar.v1.UpdateEventResponse;
import calendar.v1.UpdateSeriesResponse;
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

  void created(CreateSeriesResponse answer);

  /** The answer to a request that wrote nothing ({@code validate_only}). */
  void checked(CreateSeriesResponse answer);

  void found(GetSeriesResponse answer);

  void updated(UpdateSeriesResponse answer);

  /** The answer to a request that wrote nothing ({@code validate_only}). */
  void checked(UpdateSeriesResponse answer);

  void deleted(String id, DeleteSeriesResponse answer);

  /**
   * @param heading one line that names the owner
   */
  void listedSeries(String heading, List<Series> series);

  void granted(GrantAccessResponse answer);

  /**
   * @param request what was revoked
   */
  void revoked(RevokeAccessRequest request, RevokeAccessResponse answer);

  /**
   * @param heading one line that names the owner
   */
  void listedAccess(String heading, List<Grant> grants);

  void imported(ImportReport report);
}

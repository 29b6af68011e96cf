package calendar.client.command.output;

import calendar.client.command.output.text.TerminalText;
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
import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;

/** Prints results as text for people, with times in their zone. */
public final class TablePrinter implements ResultPrinter {
  private final PrintStream out;
  private final ZoneId zone;

  public TablePrinter(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  @Override
  public void created(CreateEventResponse answer) {
    out.println(answer.getReplayed() ? "Already booked:" : "Booked:");
    new EventBlock(out, zone).print(answer.getEvent());
  }

  @Override
  public void found(GetEventResponse answer) {
    new EventBlock(out, zone).print(answer.getEvent());
  }

  @Override
  public void updated(UpdateEventResponse answer) {
    out.println("Changed:");
    new EventBlock(out, zone).print(answer.getEvent());
  }

  @Override
  public void deleted(String id, DeleteEventResponse answer) {
    out.println("Deleted: " + TerminalText.oneLine(id));
  }

  @Override
  public void listed(String heading, List<Event> events) {
    new Agenda(out, zone).print(TerminalText.oneLine(heading), events);
  }

  @Override
  public void created(CreateSeriesResponse answer) {
    series().created(answer);
  }

  @Override
  public void checked(CreateSeriesResponse answer) {
    series().checked(answer.getSeries(), answer.getConflictsList(), answer.getConflictCount(), 0);
  }

  @Override
  public void found(GetSeriesResponse answer) {
    series().block(answer.getSeries());
  }

  @Override
  public void updated(UpdateSeriesResponse answer) {
    series().updated(answer);
  }

  @Override
  public void checked(UpdateSeriesResponse answer) {
    series()
        .checked(
            answer.getSeries(),
            answer.getConflictsList(),
            answer.getConflictCount(),
            answer.getDetachedCount());
  }

  @Override
  public void deleted(String id, DeleteSeriesResponse answer) {
    series().deleted(id, answer);
  }

  @Override
  public void listedSeries(String heading, List<Series> series) {
    series().listed(heading, series);
  }

  @Override
  public void granted(GrantAccessResponse answer) {
    new AccessText(out, zone).granted(answer.getGrant());
  }

  @Override
  public void revoked(RevokeAccessRequest request, RevokeAccessResponse answer) {
    new AccessText(out, zone).revoked(request);
  }

  @Override
  public void listedAccess(String heading, List<Grant> grants) {
    new AccessText(out, zone).listed(heading, grants);
  }

  @Override
  public void imported(ImportReport report) {
    new ImportSummary(out, zone).print(report);
  }

  private SeriesText series() {
    return new SeriesText(out, zone);
  }
}

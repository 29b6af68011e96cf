package calendar.client.command.output;

import calendar.client.importing.report.ImportReport;
import calendar.text.VisibleText;
import calendar.v1.CreateEventResponse;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteEventResponse;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.Event;
import calendar.v1.GetEventResponse;
import calendar.v1.GetSeriesResponse;
import calendar.v1.Grant;
import calendar.v1.GrantAccessResponse;
import calendar.v1.ListAccessResponse;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListSeriesResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import calendar.v1.Series;
import calendar.v1.UpdateEventResponse;
import calendar.v1.UpdateSeriesResponse;
import com.google.gson.GsonBuilder;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.io.PrintStream;
import java.util.List;

/**
 * Prints the API's response as one JSON object, with the field names of the proto files. Escapes
 * characters that could control a terminal. A list contains the entries of all pages.
 */
public final class JsonPrinter implements ResultPrinter {
  private static final JsonFormat.Printer JSON =
      JsonFormat.printer().preservingProtoFieldNames().alwaysPrintFieldsWithNoPresence();

  private final PrintStream out;

  public JsonPrinter(PrintStream out) {
    this.out = out;
  }

  @Override
  public void created(CreateEventResponse answer) {
    print(answer);
  }

  @Override
  public void found(GetEventResponse answer) {
    print(answer);
  }

  @Override
  public void updated(UpdateEventResponse answer) {
    print(answer);
  }

  @Override
  public void deleted(String id, DeleteEventResponse answer) {
    print(answer);
  }

  @Override
  public void listed(String heading, List<Event> events) {
    print(ListEventsResponse.newBuilder().addAllEvents(events).build());
  }

  @Override
  public void created(CreateSeriesResponse answer) {
    print(answer);
  }

  @Override
  public void checked(CreateSeriesResponse answer) {
    print(answer);
  }

  @Override
  public void found(GetSeriesResponse answer) {
    print(answer);
  }

  @Override
  public void updated(UpdateSeriesResponse answer) {
    print(answer);
  }

  @Override
  public void checked(UpdateSeriesResponse answer) {
    print(answer);
  }

  @Override
  public void deleted(String id, DeleteSeriesResponse answer) {
    print(answer);
  }

  @Override
  public void listedSeries(String heading, List<Series> series) {
    print(ListSeriesResponse.newBuilder().addAllSeries(series).build());
  }

  @Override
  public void granted(GrantAccessResponse answer) {
    print(answer);
  }

  @Override
  public void revoked(RevokeAccessRequest request, RevokeAccessResponse answer) {
    print(answer);
  }

  @Override
  public void listedAccess(String heading, List<Grant> grants) {
    print(ListAccessResponse.newBuilder().addAllGrants(grants).build());
  }

  @Override
  public void imported(ImportReport report) {
    printJson(new GsonBuilder().setPrettyPrinting().create().toJson(ImportJson.of(report)));
  }

  private void print(Message answer) {
    try {
      printJson(JSON.print(answer));
    } catch (InvalidProtocolBufferException unprintable) {
      throw new IllegalArgumentException(unprintable);
    }
  }

  private void printJson(String json) {
    out.println(VisibleText.inJson(json));
  }
}

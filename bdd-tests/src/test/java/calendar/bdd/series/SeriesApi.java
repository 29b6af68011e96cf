package calendar.bdd.series;

import calendar.bdd.api.Api;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.GetSeriesRequest;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.OnConflict;
import calendar.v1.Series;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import java.util.ArrayList;
import java.util.List;

/** Calls the series methods of the calendar's API. Thread-safe. */
public final class SeriesApi {
  private final Api api;

  public SeriesApi(Api api) {
    this.api = api;
  }

  CreateSeriesResponse book(Series.Builder series) {
    return book(CreateSeriesRequest.newBuilder().setSeries(series));
  }

  CreateSeriesResponse book(Series.Builder series, OnConflict onConflict) {
    return book(CreateSeriesRequest.newBuilder().setSeries(series).setOnConflict(onConflict));
  }

  CreateSeriesResponse book(CreateSeriesRequest.Builder request) {
    return api.calendar().createSeries(request.build());
  }

  Series read(String ownerId, String id) {
    GetSeriesRequest request = GetSeriesRequest.newBuilder().setOwnerId(ownerId).setId(id).build();
    return api.calendar().getSeries(request).getSeries();
  }

  UpdateSeriesResponse change(UpdateSeriesRequest.Builder request) {
    return api.calendar().updateSeries(request.build());
  }

  int delete(DeleteSeriesRequest.Builder request) {
    return api.calendar().deleteSeries(request.build()).getDeletedCount();
  }

  /** All series of an owner, in pages of two. */
  public List<Series> all(String ownerId) {
    List<Series> all = new ArrayList<>();
    String token = "";
    do {
      ListSeriesRequest request =
          ListSeriesRequest.newBuilder()
              .setOwnerId(ownerId)
              .setPageSize(2)
              .setPageToken(token)
              .build();
      ListSeriesResponse page = api.calendar().listSeries(request);
      all.addAll(page.getSeriesList());
      token = page.getNextPageToken();
    } while (!token.isEmpty());
    return all;
  }
}

package calendar.client;

import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.Series;
import java.util.List;

/** Reads complete lists of series: all pages, starting with the page that the request names. */
public final class SeriesPages {
  private final CalendarClient client;

  public SeriesPages(CalendarClient client) {
    this.client = client;
  }

  public List<Series> of(ListSeriesRequest request) {
    return Pages.all(
        request.getPageToken(),
        token -> client.listSeries(request.toBuilder().setPageToken(token).build()),
        ListSeriesResponse::getSeriesList,
        ListSeriesResponse::getNextPageToken);
  }
}

package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.Event;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.Series;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The pages of a list of series. */
class SeriesPagesTest extends OnSeriesServer {
  private static final String WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=5";

  @Test
  void listsPageByPage() throws Exception {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      ids.add(
          create(tea(WEEKLY).setAvailability(Event.Availability.AVAILABILITY_FREE))
              .getSeries()
              .getId());
    }
    ListSeriesRequest request =
        ListSeriesRequest.newBuilder().setOwnerId("ann").setPageSize(2).build();

    ListSeriesResponse first = calendar.listSeries(request);
    ListSeriesRequest next = request.toBuilder().setPageToken(first.getNextPageToken()).build();
    ListSeriesResponse rest = calendar.listSeries(next);

    assertThat(first.getSeriesList()).extracting(Series::getId).isEqualTo(ids.subList(0, 2));
    assertThat(rest.getSeriesList()).extracting(Series::getId).isEqualTo(ids.subList(2, 3));
    assertThat(rest.getNextPageToken()).isEmpty();
    assertInvalid(
        "page_token", () -> calendar.listSeries(next.toBuilder().setOwnerId("bob").build()));
    assertInvalid(
        "page_size", () -> calendar.listSeries(request.toBuilder().setPageSize(-1).build()));
  }

  @Test
  void endsAPageBeforeTheMessageLimit() {
    int count = 120;
    for (int i = 0; i < count; i++) {
      create(
          tea("RRULE:FREQ=YEARLY;COUNT=1")
              .setAvailability(Event.Availability.AVAILABILITY_FREE)
              .setDescription("\ud83c\udf89".repeat(10_000)));
    }
    ListSeriesRequest request =
        ListSeriesRequest.newBuilder().setOwnerId("ann").setPageSize(1_000).build();

    ListSeriesResponse first = calendar.listSeries(request);
    ListSeriesResponse rest =
        calendar.listSeries(request.toBuilder().setPageToken(first.getNextPageToken()).build());

    assertThat(first.getSeriesCount()).isBetween(90, count - 1);
    assertThat(first.getSeriesCount() + rest.getSeriesCount()).isEqualTo(count);
  }
}

package calendar.bench.load;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateSeriesRequest;
import calendar.v1.Series;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeriesBookingsTest {
  private static final long FIRST_OWNER = 1_006_000_000;

  private final SeriesBookings weekly = SeriesBookings.weekly(FIRST_OWNER);
  private final SeriesBookings onWeekdays = SeriesBookings.onWeekdays(FIRST_OWNER);

  @Test
  void eachSeriesHasAnOwnerOfItsOwn() {
    Set<String> owners = new HashSet<>();
    Set<String> requestIds = new HashSet<>();
    for (int number = 0; number < 50_000; number++) {
      CreateSeriesRequest request = weekly.request(number);
      owners.add(request.getSeries().getOwnerId());
      requestIds.add(request.getRequestId());
    }

    assertThat(owners).hasSize(50_000);
    assertThat(requestIds).hasSize(50_000);
  }

  @Test
  void anOwnersSecondSeriesBeginsAtAnotherTime() {
    Series first = weekly.request(7).getSeries();
    Series second = weekly.request(7 + SeriesBookings.OWNERS).getSeries();

    assertThat(second.getOwnerId()).isEqualTo(first.getOwnerId());
    assertThat(start(second)).isNotEqualTo(start(first));
  }

  @Test
  void noOccurrenceIsOnAWeekend() {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    for (int number = 0; number < 1_000; number++) {
      days.add(start(weekly.request(number).getSeries()).getDayOfWeek());
      assertThat(start(onWeekdays.request(number).getSeries()).getDayOfWeek())
          .isEqualTo(DayOfWeek.MONDAY);
    }

    assertThat(days)
        .containsExactlyInAnyOrderElementsOf(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
  }

  @Test
  void longSeriesHaveFiveReminders() {
    assertThat(onWeekdays.request(0).getSeries().getRemindBeforeList()).hasSize(5);
  }

  @Test
  void pgbenchInsertsTheSameSeries() throws IOException {
    Series series = weekly.request(0).getSeries();
    String script = script("series.sql");

    assertThat(script)
        .contains(
            "E'" + series.getRecurrence(0).replace(":", "\\x3a") + "'",
            "'" + series.getTimeZone() + "'",
            "'" + series.getTitle() + "'",
            "'" + series.getDescription() + "'",
            "timestamp '" + start(series).toLocalDate() + "'",
            "ARRAY[" + series.getRemindBefore(0).getSeconds() + "000000]",
            ":k % " + SeriesBookings.OWNERS);
  }

  private static ZonedDateTime start(Series series) {
    return Instant.ofEpochSecond(series.getStartTime().getSeconds())
        .atZone(ZoneId.of(SeriesBookings.TIME_ZONE));
  }

  private static String script(String name) throws IOException {
    try (InputStream resource =
        SeriesBookingsTest.class.getResourceAsStream("/calendar/bench/limit/" + name)) {
      return new String(resource.readAllBytes(), UTF_8);
    }
  }
}

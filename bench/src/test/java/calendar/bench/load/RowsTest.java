package calendar.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateEventRequest;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowsTest {
  private final Rows rows = new Rows(1_003_000_000, 3, 2);

  @Test
  void numbersOwnersDaysAndEvents() {
    assertThat(rows.events()).isEqualTo(120);
    assertThat(rows.owner(39)).isEqualTo("1003000000");
    assertThat(rows.owner(40)).isEqualTo("1003000001");
    assertThat(new RowCalls(rows).listDay(59).getDate().getDay()).isEqualTo(1);
    assertThat(new RowCalls(rows).listDay(60).getDate().getDay()).isEqualTo(2);
  }

  @Test
  void idsLookAsTheCalendarsDo() {
    UUID id = rows.id(7);

    assertThat(id.version()).isEqualTo(7);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(id).hasToString("10000000-0007-7000-8010-030000000007");
  }

  @Test
  void bookingsAreNeverInEachOthersWay() {
    Bookings bookings = new Bookings(1_001_000_000);
    Set<String> slots = new HashSet<>();
    Set<String> requestIds = new HashSet<>();
    for (int number = 0; number < 50_000; number++) {
      CreateEventRequest request = bookings.request(number);
      slots.add(
          request.getEvent().getOwnerId() + " " + request.getEvent().getStartTime().getSeconds());
      requestIds.add(request.getRequestId());
    }

    assertThat(slots).hasSize(50_000);
    assertThat(requestIds).hasSize(50_000);
  }
}

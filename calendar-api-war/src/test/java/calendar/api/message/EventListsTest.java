package calendar.api.message;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.Calendar;
import calendar.event.EventDraft;
import calendar.event.memory.MemoryEventStorage;
import calendar.v1.Event;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListWeekEventsRequest;
import com.google.type.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The events on a page, and whether another page follows. */
class EventListsTest {
  private static final Instant FIRST = Instant.parse("2026-12-01T00:00:00Z");
  private static final Date DATE = Date.newBuilder().setYear(2026).setMonth(12).setDay(1).build();
  private static final int PAGE_BYTES = 1_000_000;
  private static final String CHARACTER = "\ud83c\udf89";

  private final Calendar calendar =
      new Calendar(new MemoryEventStorage(), Clock.fixed(FIRST, ZoneOffset.UTC));
  private final EventLists lists = new EventLists(calendar, PAGE_BYTES);

  private void create(Instant start, String description) {
    calendar
        .create(
            new EventDraft(
                "ann", "", "Tea", description, start, start.plusSeconds(1), List.of(), ""),
            "")
        .join();
  }

  private EventPage list(int pageSize, String pageToken) {
    return lists
        .list(
            EventQuery.of(
                ListEventsRequest.newBuilder()
                    .setOwnerId("ann")
                    .setStartTime(ProtoTime.timestamp(FIRST))
                    .setEndTime(ProtoTime.timestamp(FIRST.plusSeconds(100_000)))
                    .setPageSize(pageSize)
                    .setPageToken(pageToken)
                    .build()))
        .join();
  }

  @Test
  void listsADayPageByPage() {
    ListDayEventsRequest day =
        ListDayEventsRequest.newBuilder().setOwnerId("ann").setDate(DATE).setPageSize(2).build();

    assertPages(
        List.of(0, 23),
        24,
        token -> lists.list(EventQuery.of(day.toBuilder().setPageToken(token).build())).join());
  }

  @Test
  void listsAWeekPageByPage() {
    ListWeekEventsRequest week =
        ListWeekEventsRequest.newBuilder().setOwnerId("ann").setDate(DATE).setPageSize(2).build();

    assertPages(
        List.of(0, 24, 7 * 24 - 1),
        7 * 24,
        token -> lists.list(EventQuery.of(week.toBuilder().setPageToken(token).build())).join());
  }

  @Test
  void listsAMonthPageByPage() {
    ListMonthEventsRequest month =
        ListMonthEventsRequest.newBuilder().setOwnerId("ann").setDate(DATE).setPageSize(2).build();

    assertPages(
        List.of(0, 24, 7 * 24, 31 * 24 - 1),
        31 * 24,
        token -> lists.list(EventQuery.of(month.toBuilder().setPageToken(token).build())).join());
  }

  /** Books events at these hours and one at the hour outside the list. */
  private void assertPages(List<Integer> hours, int outside, Function<String, EventPage> list) {
    hours.forEach(hour -> create(FIRST.plusSeconds(hour * 3_600L), ""));
    create(FIRST.plusSeconds(outside * 3_600L), "");
    create(FIRST.minusSeconds(1), "");

    EventPage first = list.apply("");
    assertThat(first.events()).hasSize(2);
    EventPage last = hours.size() > 2 ? list.apply(first.nextPageToken()) : first;
    assertThat(last.events().get(last.events().size() - 1).getStartTime())
        .isEqualTo(ProtoTime.timestamp(FIRST.plusSeconds(hours.get(hours.size() - 1) * 3_600L)));
    assertThat(last.nextPageToken()).isEmpty();
  }

  @Test
  void fillsAPageExactly() {
    fillUpTo(PAGE_BYTES);

    EventPage page = list(1_000, "");

    assertThat(page.events().stream().mapToInt(EventListsTest::bytes).sum()).isEqualTo(PAGE_BYTES);
    assertThat(page.nextPageToken()).isEmpty();
  }

  @Test
  void endsPageOneByteOverLimit() {
    fillUpTo(PAGE_BYTES + 1);

    EventPage first = list(1_000, "");
    EventPage rest = list(1_000, first.nextPageToken());

    assertThat(rest.events()).hasSize(1);
    assertThat(rest.events().get(0).getStartTime())
        .isEqualTo(ProtoTime.timestamp(FIRST.plusSeconds(first.events().size())));
    assertThat(rest.nextPageToken()).isEmpty();
  }

  /** Books as many events with the longest texts as fit, and one that fills the rest. */
  private void fillUpTo(int bytes) {
    create(FIRST, CHARACTER.repeat(10_000));
    int longest = bytes(list(1, "").events().get(0));
    int events = bytes / longest;
    for (int i = 1; i < events; i++) {
      create(FIRST.plusSeconds(i), CHARACTER.repeat(10_000));
    }
    int textBytes = 40_000 - longest + bytes % longest;
    create(FIRST.plusSeconds(events), CHARACTER.repeat(textBytes / 4) + "d".repeat(textBytes % 4));
  }

  /** The bytes of an event on a page: its message, and at most five bytes for its frame. */
  private static int bytes(Event event) {
    return event.getSerializedSize() + 5;
  }
}

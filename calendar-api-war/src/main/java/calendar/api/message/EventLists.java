package calendar.api.message;

import calendar.event.Calendar;
import calendar.event.EventPosition;
import calendar.page.PageBudget;
import calendar.v1.Event;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Lists events as messages, one page per call. Safe for use by several threads. */
public final class EventLists {
  /** The most bytes of the field's tag and the message's length. */
  private static final int FRAME_BYTES = 5;

  private final Calendar calendar;
  private final PageBudget<calendar.event.Event, Event> budget;

  /**
   * @param pageBytes the most bytes of the events on a page. The entrance must be able to send
   *     somewhat more, for the page token
   */
  public EventLists(Calendar calendar, int pageBytes) {
    this.calendar = calendar;
    this.budget = new PageBudget<>(pageBytes, EventMessages::message, EventLists::bytes);
  }

  /** As {@link Calendar#list}. It never blocks. */
  public CompletableFuture<EventPage> list(EventQuery query) {
    PageToken token = PageToken.boundTo(query.request());
    Optional<EventPosition> after = token.decode(query.pageToken(), query.violations());
    return calendar
        .list(
            query.ownerId(), query.interval(), query.pageSize(), after, budget, query.violations())
        .thenApply(page -> EventPage.of(page, token));
  }

  private static int bytes(Event event) {
    return event.getSerializedSize() + FRAME_BYTES;
  }
}

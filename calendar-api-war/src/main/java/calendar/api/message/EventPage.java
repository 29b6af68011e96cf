package calendar.api.message;

import calendar.event.EventPosition;
import calendar.page.Page;
import calendar.v1.Event;
import java.util.List;

/**
 * The content that the responses of all list calls have.
 *
 * @param nextPageToken empty on the last page
 */
public record EventPage(List<Event> events, String nextPageToken) {

  static EventPage of(Page<Event, EventPosition> page, PageToken token) {
    return new EventPage(page.entries(), page.next().map(token::encode).orElse(""));
  }
}

package calendar.api.message;

import calendar.error.Violations;
import calendar.event.Calendar;
import calendar.event.ComponentId;
import calendar.event.ComponentPage;
import calendar.event.DeletedComponent;
import calendar.event.FoundComponent;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import java.util.Optional;

/**
 * Finds imported events and deleted components, a page at a time. A page ends early where its
 * message would become too large for clients to take, as in {@link EventLists}.
 */
public final class EventSearch {
  private final Calendar calendar;

  public EventSearch(Calendar calendar) {
    this.calendar = calendar;
  }

  /** It blocks. */
  public FindEventsResponse find(FindEventsRequest request) {
    Violations violations = new Violations();
    PageToken token = PageToken.boundTo(request.toBuilder().clearPageToken().build());
    Optional<ComponentId> after = token.decodeComponent(request.getPageToken(), violations);
    ComponentPage page =
        calendar.find(request.getOwnerId(), request.getIcalUidsList(), after, violations);
    return response(page, token);
  }

  private static FindEventsResponse response(ComponentPage page, PageToken token) {
    FindEventsResponse.Builder response = FindEventsResponse.newBuilder();
    Optional<ComponentId> last = Optional.empty();
    int bytes = 0;
    for (FoundComponent found : page.found()) {
      FindEventsResponse one = responseWith(found);
      bytes += one.getSerializedSize();
      if (bytes > EventLists.LARGEST_PAGE_BYTES) {
        return response.setNextPageToken(token.encode(last.orElseThrow())).build();
      }
      response.mergeFrom(one);
      last = Optional.of(found.id());
    }
    return response.setNextPageToken(page.next().map(token::encode).orElse("")).build();
  }

  private static FindEventsResponse responseWith(FoundComponent found) {
    FindEventsResponse.Builder response = FindEventsResponse.newBuilder();
    if (found instanceof FoundComponent.Imported imported) {
      response.addEvents(EventMessages.message(imported.event()));
    } else if (found instanceof DeletedComponent deleted) {
      response.addDeletedComponents(EventMessages.message(deleted));
    }
    return response.build();
  }
}

package calendar.api.message;

import calendar.error.Violations;
import calendar.event.Calendar;
import calendar.event.DeletedComponent;
import calendar.event.FoundComponent;
import calendar.event.field.ComponentId;
import calendar.page.Page;
import calendar.page.PageBudget;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import java.util.Optional;

/**
 * Finds imported events and deleted components as messages, one page per call. Safe for use by
 * several threads.
 */
public final class EventSearch {
  private final Calendar calendar;
  private final PageBudget<FoundComponent, FindEventsResponse> budget;

  /**
   * @param pageBytes as for {@link EventLists}
   */
  public EventSearch(Calendar calendar, int pageBytes) {
    this.calendar = calendar;
    this.budget =
        new PageBudget<>(
            pageBytes, EventSearch::responseWith, FindEventsResponse::getSerializedSize);
  }

  /** As {@link Calendar#find}. It blocks. */
  public FindEventsResponse find(FindEventsRequest request) {
    Violations violations = new Violations();
    PageToken token = PageToken.boundTo(request);
    Optional<ComponentId> after = token.decodeComponent(request.getPageToken(), violations);
    Page<FindEventsResponse, ComponentId> page =
        calendar.find(request.getOwnerId(), request.getIcalUidsList(), after, budget, violations);
    FindEventsResponse.Builder response = FindEventsResponse.newBuilder();
    page.entries().forEach(response::mergeFrom);
    return response.setNextPageToken(page.next().map(token::encode).orElse("")).build();
  }

  /** A response with this entry only. */
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

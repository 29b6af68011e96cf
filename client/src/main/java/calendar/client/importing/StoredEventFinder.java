package calendar.client.importing;

import calendar.client.AsyncCalendarClient;
import calendar.client.CalendarCallException;
import calendar.client.importing.decision.StoredEvents;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds what the calendar knows of components. Safe for use by many threads. */
final class StoredEventFinder {
  /** So many UIDs one call takes. */
  static final int MOST_UIDS = 500;

  private final AsyncCalendarClient client;
  private final RetryingCalls calls;

  StoredEventFinder(AsyncCalendarClient client, RetryingCalls calls) {
    this.client = client;
    this.calls = calls;
  }

  /**
   * Finds all pages.
   *
   * @param uids at most {@value #MOST_UIDS}
   * @param found gets what is found
   * @return fails with a {@link CalendarCallException} if the calendar refuses
   */
  CompletableFuture<Void> find(String owner, List<String> uids, StoredEvents found) {
    return page(
        FindEventsRequest.newBuilder().setOwnerId(owner).addAllIcalUids(uids).build(), found);
  }

  private CompletableFuture<Void> page(FindEventsRequest request, StoredEvents found) {
    return calls
        .call(() -> client.findEvents(request))
        .thenCompose(
            result -> {
              if (result.refusal() != null) {
                return CompletableFuture.failedFuture(result.refusal());
              }
              FindEventsResponse page = result.answer();
              found.add(page);
              return page.getNextPageToken().isEmpty()
                  ? CompletableFuture.completedFuture(null)
                  : page(request.toBuilder().setPageToken(page.getNextPageToken()).build(), found);
            });
  }
}

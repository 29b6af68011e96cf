package calendar.client.importing;

import calendar.client.AsyncCalendarClient;
import calendar.client.error.CalendarCallException;
import calendar.client.importing.decision.StoredEvents;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Finds the calendar's events and deleted components for UIDs. Thread-safe. */
final class StoredEventFinder {
  /** The API's limit of UIDs in one call. */
  static final int MAX_UIDS = 500;

  private final AsyncCalendarClient client;
  private final RetryingCalls calls;

  StoredEventFinder(AsyncCalendarClient client, RetryingCalls calls) {
    this.client = client;
    this.calls = calls;
  }

  /**
   * Reads all pages.
   *
   * @param uids at most {@value #MAX_UIDS}
   * @param found collects the results
   * @return fails with a {@link CalendarCallException} if the calendar rejects a call
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
              if (result.error() != null) {
                return CompletableFuture.failedFuture(result.error());
              }
              FindEventsResponse page = result.answer();
              found.add(page);
              return page.getNextPageToken().isEmpty()
                  ? CompletableFuture.completedFuture(null)
                  : page(request.toBuilder().setPageToken(page.getNextPageToken()).build(), found);
            });
  }
}

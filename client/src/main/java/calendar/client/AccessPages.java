package calendar.client;

import calendar.v1.Grant;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import java.util.List;

/** Reads complete lists of grants: all pages, starting with the page that the request names. */
public final class AccessPages {
  private final CalendarClient client;

  public AccessPages(CalendarClient client) {
    this.client = client;
  }

  public List<Grant> of(ListAccessRequest request) {
    return Pages.all(
        request.getPageToken(),
        token -> client.listAccess(request.toBuilder().setPageToken(token).build()),
        ListAccessResponse::getGrantsList,
        ListAccessResponse::getNextPageToken);
  }
}

package calendar.bdd;

import calendar.v1.Event;
import java.util.ArrayList;
import java.util.List;

/** A list of events that can be asked for page by page. */
@FunctionalInterface
interface Listing {

  /**
   * @param size 0 leaves it to the calendar
   * @param token empty for the first page
   */
  Page page(int size, String token);

  record Page(List<Event> events, String nextToken) {}

  /** All pages, until one comes without a token. */
  default List<Page> pages(int size) {
    List<Page> pages = new ArrayList<>();
    String token = "";
    do {
      pages.add(page(size, token));
      token = pages.get(pages.size() - 1).nextToken();
    } while (!token.isEmpty());
    return pages;
  }

  default List<Event> all() {
    return pages(0).stream().flatMap(page -> page.events().stream()).toList();
  }
}

package calendar.bdd.listing;

import calendar.v1.Event;
import java.util.ArrayList;
import java.util.List;

/** A list of events that comes in pages. */
@FunctionalInterface
public interface Listing {

  /**
   * @param size the page size; 0 for the calendar's default
   * @param token the page token; empty for the first page
   */
  Page page(int size, String token);

  record Page(List<Event> events, String nextToken) {}

  /** Reads all pages. */
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

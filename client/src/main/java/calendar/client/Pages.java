package calendar.client;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads all pages of a list. */
final class Pages {
  private Pages() {}

  /**
   * Reads the page with this token, and those that follow.
   *
   * @param fetch returns the page with a token
   * @param <P> a page
   * @param <T> an entry
   */
  static <P, T> List<T> all(
      String firstToken,
      Function<String, P> fetch,
      Function<P, List<T>> entries,
      Function<P, String> nextToken) {
    List<T> all = new ArrayList<>();
    String token = firstToken;
    do {
      P page = fetch.apply(token);
      all.addAll(entries.apply(page));
      token = nextToken.apply(page);
    } while (!token.isEmpty());
    return all;
  }
}

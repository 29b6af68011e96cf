package calendar.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list or a search.
 *
 * @param entries at least one, unless nothing was found
 * @param next the position of the last entry, after which the next page begins; empty on the last
 *     page
 * @param <T> an entry in the form that the client gets
 * @param <K> the position of an entry in the order of the list
 */
public record Page<T, K>(List<T> entries, Optional<K> next) {

  /** A page of a list that has no entries. */
  public static <T, K> Page<T, K> empty() {
    return new Page<>(List.of(), Optional.empty());
  }

  /**
   * Cuts a page from what the storage found. The page ends before the first entry that exceeds the
   * budget.
   *
   * @param found in the order of the list
   * @param incomplete true if the list continues; then the last entry found is not part of the page
   * @param position the position of an entry
   * @param <E> an entry as the storage returns it
   */
  public static <E, T, K> Page<T, K> cut(
      List<E> found, boolean incomplete, PageBudget<E, T> budget, Function<E, K> position) {
    int most = incomplete ? found.size() - 1 : found.size();
    List<T> entries = new ArrayList<>(most);
    long bytes = 0;
    for (int i = 0; i < most; i++) {
      T entry = budget.format().apply(found.get(i));
      bytes += budget.size().applyAsInt(entry);
      if (bytes > budget.bytes() && i > 0) {
        return new Page<>(entries, Optional.of(position.apply(found.get(i - 1))));
      }
      entries.add(entry);
    }
    return new Page<>(
        entries, incomplete ? Optional.of(position.apply(found.get(most - 1))) : Optional.empty());
  }
}

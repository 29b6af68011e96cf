package calendar.page;

import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * How large a page may be in the form that the client gets. The entrance that a call came through
 * knows the form and the limit of its messages. Any thread may call the functions, so they must not
 * block.
 *
 * @param bytes the limit for all entries of a page together. A page has its first entry even if
 *     that entry is larger
 * @param format converts an entry to the form that the client gets; called once for each entry
 * @param size the bytes of an entry in that form
 * @param <E> an entry as the storage returns it
 * @param <T> an entry in the form that the client gets
 */
public record PageBudget<E, T>(long bytes, Function<E, T> format, ToIntFunction<T> size) {

  /** No limit, for callers inside this process. */
  public static <E> PageBudget<E, E> unlimited() {
    return new PageBudget<>(Long.MAX_VALUE, Function.identity(), entry -> 0);
  }
}

package calendar.page;

import calendar.error.Violations;

/** How many entries a page may have: the same for all lists. */
public final class PageSize {
  /** The entries of a page if the client gives no number. */
  public static final int DEFAULT = 100;

  /** The highest number of entries of a page; who asks for more gets as many. */
  public static final int LARGEST = 1_000;

  private PageSize() {}

  /**
   * The number of entries to look up, at most.
   *
   * @param requested what the client gave as {@code page_size}; 0 means {@value #DEFAULT}
   * @param violations gets one if the number is negative
   */
  public static int of(int requested, Violations violations) {
    violations.require(requested >= 0, "page_size", "must not be negative");
    return requested == 0 ? DEFAULT : Math.min(requested, LARGEST);
  }
}

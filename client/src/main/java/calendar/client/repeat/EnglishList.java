package calendar.client.repeat;

import java.util.List;

/** Writes lists and ordinals as people do. */
final class EnglishList {
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth");

  private EnglishList() {}

  /**
   * Joins items: {@code a}, {@code a and b}, {@code a, b and c}.
   *
   * @param last the word before the last item, such as {@code and}
   */
  static String join(List<String> items, String last) {
    int count = items.size();
    return count < 2
        ? String.join("", items)
        : String.join(", ", items.subList(0, count - 1)) + " " + last + " " + items.get(count - 1);
  }

  /** Returns {@code first} to {@code fifth}; {@code last} for -1. */
  static String ordinal(int number) {
    return number == NthWeekday.LAST ? "last" : ORDINALS.get(number - 1);
  }

  /** The number of an ordinal in words; 0 if the word is not one of {@link #ordinal}. */
  static int number(String ordinal) {
    return ordinal.equals("last") ? NthWeekday.LAST : ORDINALS.indexOf(ordinal) + 1;
  }

  /** Returns {@code 1st}, {@code 2nd}, {@code 11th}. */
  static String ordinalDigits(int day) {
    boolean teen = day / 10 == 1;
    return day
        + switch (teen ? 0 : day % 10) {
          case 1 -> "st";
          case 2 -> "nd";
          case 3 -> "rd";
          default -> "th";
        };
  }
}

package calendar.client.repeat;

import calendar.client.time.text.TimeInputException;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the days of a month: 15th; 1st and 15th; last day; first and third Monday. */
final class MonthDaysGrammar {
  private static final String DAY = "a day such as '15th', 'last day' or 'first Monday'";

  private final RepeatWords words;
  private final List<Integer> numbers = new ArrayList<>();
  private final List<NthWeekday> weekdays = new ArrayList<>();

  MonthDaysGrammar(RepeatWords words) {
    this.words = words;
  }

  /**
   * Reads the days, once.
   *
   * @throws TimeInputException if there is none, or they do not fit together
   */
  MonthDays read() {
    List<Item> open = new ArrayList<>();
    do {
      open.add(item());
      if (last(open).isClosed()) {
        open.forEach(item -> add(item, last(open).weekday()));
        open.clear();
      }
    } while (words.takeSeparator(words::isOrdinal));
    for (Item item : open) {
      if (item.number() == NthWeekday.LAST) {
        throw words.expected("'day' or a weekday after 'last'", item.position() + 1);
      }
      add(item, Optional.empty());
    }
    takeOfTheMonth();
    return numbers.isEmpty() ? MonthDays.NthWeekdays.of(weekdays) : MonthDays.Numbers.of(numbers);
  }

  private Item item() {
    boolean day = words.take("day");
    int position = words.position();
    int number = words.takeOrdinal(DAY);
    Optional<DayOfWeek> weekday = day ? Optional.empty() : words.takeWeekday();
    boolean closed = weekday.isPresent() || day || words.take("day");
    return new Item(number, position, weekday, closed);
  }

  private void add(Item item, Optional<DayOfWeek> weekday) {
    if (weekday.isPresent()) {
      weekdays.add(words.nth(item.number(), weekday.get(), item.position()));
    } else if (MonthDays.Numbers.isNumber(item.number())) {
      numbers.add(item.number());
    } else {
      throw words.expected("a day from 1st to 31st", item.position());
    }
    if (!numbers.isEmpty() && !weekdays.isEmpty()) {
      throw words.expected(
          "either days such as '15th' or weekdays such as 'first Monday'", item.position());
    }
  }

  private void takeOfTheMonth() {
    if (words.take("of")) {
      if (!words.take("the") && !words.take("each")) {
        words.take("every");
      }
      if (!words.take("month")) {
        throw words.expected("'the month'");
      }
    }
  }

  private static Item last(List<Item> items) {
    return items.get(items.size() - 1);
  }

  /**
   * An ordinal with what follows it.
   *
   * @param isClosed false for "first" in "first and third Monday", whose weekday comes later
   */
  private record Item(int number, int position, Optional<DayOfWeek> weekday, boolean isClosed) {}
}

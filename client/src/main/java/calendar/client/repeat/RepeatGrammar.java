package calendar.client.repeat;

import calendar.client.time.TimeReader;
import calendar.client.time.text.TimeInputException;
import java.util.Optional;

/**
 * Reads a repetition in words. Thread-safe.
 *
 * <p>It begins with its step: {@code every day}, {@code daily}, {@code every 2 weeks}, {@code every
 * other month}, {@code every quarter}, {@code every weekday}, {@code every Mon, Wed and Fri}. After
 * weeks, months and years, days may follow: {@code on Tue and Thu}, {@code on the 1st and 15th},
 * {@code on the last day}, {@code on the first Monday}, {@code on 24 December}. Then its end may
 * follow: {@code until 2027-06-30}, inclusive, {@code for 10 weeks}, {@code 10 times}. Without an
 * end it goes on. Capital letters do not matter; "on" and "the" may be left out.
 */
public final class RepeatGrammar {
  static final int MOST_UNITS = 999;
  private static final int MONTHS_OF_QUARTER = 3;

  private static final String REPETITION =
      "a repetition such as 'every weekday', 'every 2 weeks on Mon' or 'monthly on the 15th'";
  private static final String UNIT = "'days', 'weeks', 'months', 'years', 'hours' or 'quarters'";
  private static final String STEP = "a weekday, a unit such as 'week', or a number of units";

  private final TimeReader times;

  /**
   * @param times reads the date after "until"; a date without a year means the next one from today
   */
  public RepeatGrammar(TimeReader times) {
    this.times = times;
  }

  /**
   * Reads a repetition.
   *
   * @throws TimeInputException if the words have another form; the message shows them with a caret
   *     (^) before the first wrong word, and what was expected there
   */
  public RepeatRule parse(String text) {
    RepeatWords words = new RepeatWords(text);
    Step step = step(words);
    RepeatDays days =
        step.days().isPresent() ? step.days().get() : new DaysGrammar(words).after(step.unit());
    RepeatEnd end = new EndGrammar(words, times).read(step.unit());
    return new RepeatRule(step.unit(), step.interval(), days, end);
  }

  private static Step step(RepeatWords words) {
    Optional<Step> adverb = adverb(words.peek(0));
    if (adverb.isPresent()) {
      words.take(words.peek(0));
      return adverb.get();
    }
    if (!words.take("every")) {
      throw words.expected(REPETITION);
    }
    if (words.take("weekday") || words.take("workday")) {
      return new Step(RepeatUnit.WEEK, 1, Optional.of(Weekdays.WORKDAYS));
    }
    if (words.take("weekend")) {
      return new Step(RepeatUnit.WEEK, 1, Optional.of(Weekdays.WEEKEND));
    }
    boolean other = words.take("other");
    if (words.isWeekday()) {
      RepeatDays weekdays = new DaysGrammar(words).weekdays();
      return new Step(RepeatUnit.WEEK, other ? 2 : 1, Optional.of(weekdays));
    }
    Optional<Integer> number = other ? Optional.of(2) : words.takeNumber(MOST_UNITS);
    return unit(words, number);
  }

  private static Optional<Step> adverb(String word) {
    return switch (word) {
      case "hourly" -> Optional.of(Step.of(RepeatUnit.HOUR, 1));
      case "daily" -> Optional.of(Step.of(RepeatUnit.DAY, 1));
      case "weekly" -> Optional.of(Step.of(RepeatUnit.WEEK, 1));
      case "monthly" -> Optional.of(Step.of(RepeatUnit.MONTH, 1));
      case "quarterly" -> Optional.of(Step.of(RepeatUnit.MONTH, MONTHS_OF_QUARTER));
      case "yearly", "annually" -> Optional.of(Step.of(RepeatUnit.YEAR, 1));
      default -> Optional.empty();
    };
  }

  private static Step unit(RepeatWords words, Optional<Integer> number) {
    int interval = number.orElse(1);
    if (words.take("quarter") || words.take("quarters")) {
      return Step.of(RepeatUnit.MONTH, interval * MONTHS_OF_QUARTER);
    }
    return words
        .takeUnit()
        .map(unit -> Step.of(unit, interval))
        .orElseThrow(() -> words.expected(number.isPresent() ? UNIT : STEP));
  }

  /**
   * How far it is to the next repetition.
   *
   * @param days the days, if the words name them here
   */
  private record Step(RepeatUnit unit, int interval, Optional<RepeatDays> days) {
    static Step of(RepeatUnit unit, int interval) {
      return new Step(unit, interval, Optional.empty());
    }
  }
}

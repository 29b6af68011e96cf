package calendar.client.repeat;

import calendar.client.time.TimeReader;
import calendar.client.time.text.TimeInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the end of a repetition: until DATE, for 10 weeks, 10 times. */
final class EndGrammar {
  /** A date and a time of day. A time of day without a date could mean each day. */
  private static final Pattern DATE_AND_TIME =
      Pattern.compile("(?i)(.+?)(?:[\\s\\h,]+(?:at\\s+)?|(?<=\\d)t)\\d{1,2}:\\d{2}.*");

  private static final String ANY = "'until' with a date, 'for 10 weeks', '10 times' or no more";

  private final RepeatWords words;
  private final TimeReader times;

  EndGrammar(RepeatWords words, TimeReader times) {
    this.words = words;
    this.times = times;
  }

  /**
   * Reads all words to the end of the text. Without words, the repetition has no end.
   *
   * @param unit the unit of the repetition
   * @throws TimeInputException if the words are not an end
   */
  RepeatEnd read(RepeatUnit unit) {
    words.take(",");
    if (words.isEmpty()) {
      return new RepeatEnd.Never();
    }
    if (words.take("until")) {
      return until();
    }
    RepeatEnd end = words.take("for") ? period(unit) : times();
    if (!words.isEmpty()) {
      throw words.expected("no more");
    }
    return end;
  }

  private RepeatEnd until() {
    String text = words.rest();
    try {
      Matcher withTime = DATE_AND_TIME.matcher(text);
      if (withTime.matches()) {
        times.date(withTime.group(1));
        return new RepeatEnd.LastTime(times.time(text).instant());
      }
      return new RepeatEnd.LastDay(times.date(text));
    } catch (TimeInputException wrong) {
      throw words.rejected(wrong.getMessage(), words.position());
    }
  }

  private RepeatEnd period(RepeatUnit repeated) {
    int position = words.position();
    int count =
        words.take("a") || words.take("an")
            ? 1
            : words
                .takeNumber(RepeatGrammar.MOST_UNITS)
                .orElseThrow(() -> words.expected("a number of units such as '10 weeks'"));
    if (takeTimes()) {
      return new RepeatEnd.Times(count);
    }
    RepeatUnit unit =
        words.takeUnit().orElseThrow(() -> words.expected("'days', 'weeks', 'months' or 'years'"));
    if (unit == RepeatUnit.HOUR && repeated != RepeatUnit.HOUR) {
      throw words.rejected("only an hourly repetition can last some hours", position);
    }
    return new RepeatEnd.Period(count, unit);
  }

  private RepeatEnd times() {
    int count = words.takeNumber(RepeatEnd.Times.MOST).orElseThrow(() -> words.expected(ANY));
    if (!takeTimes()) {
      throw words.expected("'times'");
    }
    return new RepeatEnd.Times(count);
  }

  private boolean takeTimes() {
    return words.take("times") || words.take("time");
  }
}

package calendar.bdd.phrase;

import calendar.v1.Event;

/** When an event takes place: a {@link Period}, or the days of an {@link AllDay}. */
public interface EventTimes {
  String REGEX = Period.REGEX + "|" + AllDay.REGEX;

  /** Sets the times of the event, or its dates. */
  void set(Event.Builder event, Person owner);

  static EventTimes parse(String words) {
    return words.matches(AllDay.REGEX) ? AllDay.parse(words) : Period.parse(words);
  }
}

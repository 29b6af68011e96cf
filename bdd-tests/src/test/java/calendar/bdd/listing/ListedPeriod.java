package calendar.bdd.listing;

import calendar.bdd.listing.Listings.Days;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import java.time.LocalDate;

/**
 * A period to list: {@code 2031-05-06}, {@code the week from 2031-05-06}, {@code the month from
 * 2031-05-06} or {@code 2031-05-06 10:00 to 12:00}.
 */
@FunctionalInterface
public interface ListedPeriod {
  String WEEK = "the week from ";
  String MONTH = "the month from ";
  String REGEX = Period.REGEX + "|(?:" + WEEK + "|" + MONTH + ")?" + Period.DATE;

  Listing of(Person owner, Listings listings);

  static ListedPeriod parse(String words) {
    if (words.contains(" to ")) {
      Period period = Period.parse(words);
      return (owner, listings) -> listings.period(owner, period);
    }
    if (words.startsWith(WEEK)) {
      return days(Days.WEEK, words.substring(WEEK.length()));
    }
    if (words.startsWith(MONTH)) {
      return days(Days.MONTH, words.substring(MONTH.length()));
    }
    return days(Days.DAY, words);
  }

  private static ListedPeriod days(Days days, String first) {
    LocalDate date = LocalDate.parse(first);
    return (owner, listings) -> listings.days(days, owner, date);
  }
}

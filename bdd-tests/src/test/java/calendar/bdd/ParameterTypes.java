package calendar.bdd;

import calendar.bdd.listing.ListedPeriod;
import calendar.bdd.phrase.AllDay;
import calendar.bdd.phrase.EventTable;
import calendar.bdd.phrase.EventTimes;
import calendar.bdd.phrase.FeatureTimes;
import calendar.bdd.phrase.People;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.v1.Event.Availability;
import io.cucumber.java.ParameterType;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Converts phrases in steps to values. */
public final class ParameterTypes {
  private final People people;

  public ParameterTypes(People people) {
    this.people = people;
  }

  @ParameterType("Ann|Bob")
  public Person person(String name) {
    return people.named(name);
  }

  @ParameterType(Period.REGEX)
  public Period period(String words) {
    return Period.parse(words);
  }

  @ParameterType(EventTimes.REGEX)
  public EventTimes times(String words) {
    return EventTimes.parse(words);
  }

  @ParameterType("busy|free")
  public Availability availability(String word) {
    return EventTable.availability(word);
  }

  @ParameterType(Period.DATE)
  public LocalDate day(String words) {
    return LocalDate.parse(words);
  }

  @ParameterType(Period.DATE + " " + Period.CLOCK)
  public LocalDateTime time(String words) {
    return FeatureTimes.time(words);
  }

  @ParameterType(ListedPeriod.REGEX)
  public ListedPeriod listedPeriod(String words) {
    return ListedPeriod.parse(words);
  }

  @ParameterType("\\d+ (?:second|minute|hour|day)s?")
  public Duration lapse(String words) {
    return FeatureTimes.duration(words);
  }

  @ParameterType(AllDay.ZONE)
  public ZoneId zone(String name) {
    return ZoneId.of(name);
  }

  @ParameterType("nothing|\\d+ events?")
  public Integer events(String words) {
    return words.equals("nothing") ? 0 : Integer.parseInt(words.substring(0, words.indexOf(' ')));
  }
}

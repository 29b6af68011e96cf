package calendar.bdd.listing;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.listing.Listings.Days;
import calendar.bdd.phrase.EventTimes;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** Steps for listing events. */
public final class ListingSteps {
  private static final Duration HALF_HOUR = Duration.ofMinutes(30);
  private static final Duration MARGIN = Duration.ofHours(2);

  private final Api api;
  private final Listings listings;
  private List<Event> shown;

  public ListingSteps(Api api, Listings listings) {
    this.api = api;
    this.listings = listings;
  }

  private record Entry(String title, Instant start, Instant end) {
    static Entry of(Event event) {
      return new Entry(
          event.getTitle(),
          ProtoTimes.instant(event.getStartTime()),
          ProtoTimes.instant(event.getEndTime()));
    }

    static Entry of(Map<String, String> row, Person owner) {
      Period when = Period.parse(row.get("when"));
      return new Entry(row.get("event"), owner.at(when.start()), owner.at(when.end()));
    }
  }

  @Given("around {day} {person} has a meeting in every half hour")
  public void meetingInEveryHalfHour(LocalDate day, Person owner) {
    Instant end = midnight(day.plusDays(1), owner).plus(MARGIN);
    Instant start = midnight(day, owner).minus(MARGIN);
    for (; start.isBefore(end); start = start.plus(HALF_HOUR)) {
      api.book(owner.event("Meeting", start, start.plus(HALF_HOUR)));
    }
  }

  @Given("{person} has events right before and after the midnights of {day} and {day}")
  public void aroundTheMidnights(Person owner, LocalDate first, LocalDate last) {
    aroundMidnight(owner, "first", midnight(first, owner));
    aroundMidnight(owner, "last", midnight(last, owner));
  }

  private void aroundMidnight(Person owner, String which, Instant midnight) {
    api.book(
        owner.event(
            "before the %s midnight".formatted(which), midnight.minus(HALF_HOUR), midnight));
    api.book(
        owner.event("after the %s midnight".formatted(which), midnight, midnight.plus(HALF_HOUR)));
  }

  private static Instant midnight(LocalDate day, Person owner) {
    return day.atStartOfDay(owner.zone()).toInstant();
  }

  @When("{person} looks at {listedPeriod}")
  public void looksAt(Person owner, ListedPeriod period) {
    shown = period.of(owner, listings).all();
  }

  @When("{person} looks at {day} in {zone}")
  public void looksAt(Person owner, LocalDate day, ZoneId zone) {
    owner.livesIn(zone);
    shown = listings.days(Days.DAY, owner, day).all();
  }

  @Then("{person} sees")
  public void sees(Person owner, List<String> titles) {
    assertThat(shown).extracting(Event::getTitle).containsExactlyElementsOf(titles);
  }

  @Then("{person} sees {events}")
  public void sees(Person owner, int count) {
    assertThat(shown).hasSize(count);
    assertThat(shown).allMatch(event -> event.getOwnerId().equals(owner.ownerId()));
  }

  @Then("{person} sees the dates {times}")
  public void seesDates(Person owner, EventTimes dates) {
    Event.Builder expected = Event.newBuilder();
    dates.set(expected, owner);
    assertThat(shown)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getStartDate()).isEqualTo(expected.getStartDate());
              assertThat(event.getEndDate()).isEqualTo(expected.getEndDate());
              assertThat(event.getTimeZone()).isEqualTo(expected.getTimeZone());
            });
  }

  @Then("{person}'s calendar holds")
  public void holds(Person owner, DataTable events) {
    assertThat(listings.everything(owner).all())
        .extracting(Entry::of)
        .containsExactlyElementsOf(
            events.asMaps().stream().map(row -> Entry.of(row, owner)).toList());
  }

  @Then("{person}'s calendar holds {int} event(s)")
  public void holds(Person owner, int count) {
    assertThat(listings.everything(owner).all()).hasSize(count);
  }

  @Then("{person}'s calendar is empty")
  public void isEmpty(Person owner) {
    assertThat(listings.everything(owner).all()).isEmpty();
  }
}

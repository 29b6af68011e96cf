package calendar.bdd.event;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.listing.Listing;
import calendar.bdd.listing.Listings;
import calendar.bdd.listing.Listings.Days;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.v1.Event;
import calendar.v1.ListEventsRequest;
import com.google.type.Date;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Steps with invalid requests. */
public final class BadInputSteps {
  private static final Pattern DATE = Pattern.compile("(-?\\d+)-(\\d+)-(\\d+)");
  private static final String UNKNOWN_ID = "0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b";
  private static final Instant START = Instant.parse("2031-05-06T10:00:00Z");
  private static final Instant LAST_MICROSECOND = Instant.parse("9999-12-31T23:59:59.999999Z");

  private final Api api;
  private final Listings listings;
  private final LastCall lastCall;
  private final SeenEvents seen;

  public BadInputSteps(Api api, Listings listings, LastCall lastCall, SeenEvents seen) {
    this.api = api;
    this.listings = listings;
    this.lastCall = lastCall;
    this.seen = seen;
  }

  @When("{person} books an event {}")
  public void booksAnEvent(Person owner, String kind) {
    lastCall.attempt(() -> api.book(EventKinds.of(owner, kind)));
  }

  @When("{person} changes {string} to an event {}")
  public void changesToAnEvent(Person owner, String title, String kind) {
    Event.Builder event = EventKinds.of(owner, kind);
    if (!kind.contains(" an id")) {
      event.setId(seen.of(owner, title).getId());
    }
    lastCall.attempt(() -> api.change(event.build(), List.of()));
  }

  @When("{person} asks to {word} the event {string}")
  public void asksTo(Person owner, String verb, String id) {
    call(verb, owner.ownerId(), id);
  }

  @When("a client without an owner id asks to {} {word}")
  public void withoutAnOwner(String verb, String object) {
    if (verb.startsWith("list")) {
      list(object);
    } else {
      call(verb.replaceFirst(" .*", ""), "", UNKNOWN_ID);
    }
  }

  private void list(String what) {
    Date date = date("2031-05-06");
    lastCall.attempt(
        () ->
            what.equals("period")
                ? listings.period(Listings.period("", START, LAST_MICROSECOND)).page(0, "")
                : listings.days(days(what), "", date, "").page(0, ""));
  }

  private void call(String verb, String ownerId, String id) {
    switch (verb) {
      case "read" -> lastCall.attempt(() -> api.read(ownerId, id));
      case "delete" -> lastCall.attempt(() -> api.delete(ownerId, id, ""));
      case "change" -> {
        Event event = Event.newBuilder().setOwnerId(ownerId).setId(id).setTitle("Tea").build();
        lastCall.attempt(() -> api.change(event, List.of("title")));
      }
      default -> throw new IllegalArgumentException(verb);
    }
  }

  @When("{person} asks for the {word} from the date {string} in {string}")
  public void asksForDays(Person owner, String days, String date, String zone) {
    Listing listing = listings.days(days(days), owner.ownerId(), date(date), zone);
    lastCall.attempt(() -> listing.page(0, ""));
  }

  private static Days days(String word) {
    return Days.valueOf(word.toUpperCase(Locale.ROOT));
  }

  /** Reads a date without checking that it exists. */
  private static Date date(String words) {
    Matcher numbers = DATE.matcher(words);
    if (!numbers.matches()) {
      return Date.getDefaultInstance();
    }
    return Date.newBuilder()
        .setYear(Integer.parseInt(numbers.group(1)))
        .setMonth(Integer.parseInt(numbers.group(2)))
        .setDay(Integer.parseInt(numbers.group(3)))
        .build();
  }

  @When("{person} asks for a period {}")
  public void asksForPeriod(Person owner, String kind) {
    Event event = EventKinds.of(owner, kind).build();
    ListEventsRequest.Builder request = ListEventsRequest.newBuilder().setOwnerId(owner.ownerId());
    if (event.hasStartTime()) {
      request.setStartTime(event.getStartTime());
    }
    if (event.hasEndTime()) {
      request.setEndTime(event.getEndTime());
    }
    lastCall.attempt(() -> listings.period(request).page(0, ""));
  }

  @When("{person}'s client sends {string} to {word}")
  public void sends(Person owner, String hex, String method) {
    lastCall.attempt(() -> api.send(method, hex));
  }

  @Then("{person} can book an ordinary event")
  public void canBookAnOrdinaryEvent(Person owner) {
    api.book(EventKinds.ordinary(owner));
  }
}

package calendar.bdd.reminder;

import calendar.bdd.api.Api;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Steps for events that start soon. */
public final class UpcomingSteps {
  private static final List<String> TIMES = List.of("start_time", "end_time");

  private final Api api;
  private final SeenEvents seen;
  private final Arrivals arrivals;

  public UpcomingSteps(Api api, SeenEvents seen, Arrivals arrivals) {
    this.api = api;
    this.seen = seen;
    this.arrivals = arrivals;
  }

  @When("{person} books {string} to start in {lapse}, with a reminder in {lapse}")
  public void books(Person owner, String title, Duration start, Duration reminder) {
    book(owner, title, start, start.plusMinutes(30), reminder);
  }

  @When("{person} books {string} to start in {lapse}, with a reminder {lapse} ago")
  public void booksLate(Person owner, String title, Duration start, Duration reminder) {
    book(owner, title, start, start.plusMinutes(30), reminder.negated());
  }

  @When(
      "{person} books {string} to start in {lapse}, with reminders in {int}, {int} and {int} seconds")
  public void books(Person owner, String title, Duration start, int one, int two, int three) {
    Duration[] reminders =
        IntStream.of(one, two, three).mapToObj(Duration::ofSeconds).toArray(Duration[]::new);
    book(owner, title, start, start.plusMinutes(30), reminders);
  }

  @When("{person} books {string} to start in {lapse} and end in {int}, with a reminder in {lapse}")
  public void books(Person owner, String title, Duration start, int end, Duration reminder) {
    book(owner, title, start, Duration.ofSeconds(end), reminder);
  }

  @When("{int} owners book {int} events each, all with a reminder in {lapse}")
  public void ownersBook(int owners, int events, Duration reminder) {
    Instant due = now().plus(reminder);
    for (int i = 0; i < owners; i++) {
      Person owner = new Person("Guest " + i);
      for (int hour = 1; hour <= events; hour++) {
        Instant start = due.plus(hour, ChronoUnit.HOURS);
        Event.Builder event = owner.event("Event " + hour, start, start.plusSeconds(1800));
        saw(api.book(event.addRemindBefore(ProtoTimes.duration(Duration.ofHours(hour)))));
      }
    }
  }

  @When("{person} changes the title of {string} to {string}")
  public void changesTheTitle(Person owner, String title, String newTitle) {
    Event event = seen.of(owner, title);
    api.change(event.toBuilder().clearEtag().setTitle(newTitle).build(), List.of("title"));
  }

  @When("{person} moves {string} {lapse} later")
  public void movesLater(Person owner, String title, Duration by) {
    Event event = seen.of(owner, title);
    Event.Builder moved =
        event.toBuilder()
            .clearEtag()
            .setStartTime(ProtoTimes.timestamp(ProtoTimes.instant(event.getStartTime()).plus(by)))
            .setEndTime(ProtoTimes.timestamp(ProtoTimes.instant(event.getEndTime()).plus(by)));
    saw(api.change(moved.build(), TIMES));
  }

  private void book(
      Person owner, String title, Duration start, Duration end, Duration... reminders) {
    Instant now = now();
    Event.Builder event = owner.event(title, now.plus(start), now.plus(end));
    Arrays.stream(reminders)
        .map(start::minus)
        .map(ProtoTimes::duration)
        .forEach(event::addRemindBefore);
    saw(api.book(event));
  }

  private void saw(Event event) {
    seen.saw(event);
    arrivals.expect(event);
  }

  private static Instant now() {
    return Instant.now().truncatedTo(ChronoUnit.MILLIS);
  }
}

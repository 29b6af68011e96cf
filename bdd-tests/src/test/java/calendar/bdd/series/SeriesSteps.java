package calendar.bdd.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import calendar.bdd.api.LastCall;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.bdd.reminder.Arrivals;
import calendar.client.ProtoTimes;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.Event;
import calendar.v1.Series;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** Steps for booking and reading series. */
public final class SeriesSteps {
  private final SeriesApi api;
  private final LastCall lastCall;
  private final SeenSeries seen;
  private final SeenEvents seenEvents;
  private final Arrivals arrivals;
  private final String requestId = UUID.randomUUID().toString();
  private CreateSeriesResponse first;

  public SeriesSteps(
      SeriesApi api, LastCall lastCall, SeenSeries seen, SeenEvents seenEvents, Arrivals arrivals) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
    this.seenEvents = seenEvents;
    this.arrivals = arrivals;
  }

  @Given("{person} has this series")
  public void has(Person owner, DataTable table) {
    seen.saw(api.book(SeriesTable.read(table, owner)).getSeries());
  }

  @When("{person} books this series")
  public void books(Person owner, DataTable table) {
    lastCall
        .attempt(() -> api.book(SeriesTable.read(table, owner)))
        .answer()
        .ifPresent(answer -> seen.saw(answer.getSeries()));
  }

  @When("{person} books this series with a request id")
  public void booksWithRequestId(Person owner, DataTable table) {
    first = lastCall.attempt(() -> api.book(request(owner, table))).answered();
    assertThat(first.getReplayed()).isFalse();
    seen.saw(first.getSeries());
  }

  @When("{person} books this series with the same request id")
  public void booksAgain(Person owner, DataTable table) {
    lastCall.attempt(() -> api.book(request(owner, table)));
  }

  @When("{person} books a series with {int} kB of EXDATE")
  public void booksWithExclusions(Person owner, int kilobytes) {
    String date = ",20310506T100000";
    String dates = date.repeat(kilobytes * 1000 / date.length()).substring(1);
    Event first = owner.event("Stand-up", Period.parse("2031-05-06 10:00 to 10:15")).build();
    Series.Builder series =
        SeriesTable.of(first)
            .setTimeZone("UTC")
            .addRecurrence("RRULE:FREQ=DAILY;COUNT=3")
            .addRecurrence("EXDATE:" + dates);
    lastCall.attempt(() -> api.book(series));
  }

  @When("{person} books the daily series {string} without an end, starting tomorrow")
  public void booksWithoutEnd(Person owner, String title) {
    Instant start = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
    bookDaily(owner.event(title, start, start.plusSeconds(600)).build(), "RRULE:FREQ=DAILY");
  }

  @When("{person} books the daily series {string} to start in {lapse}, with a reminder in {lapse}")
  public void booksSoon(Person owner, String title, Duration start, Duration reminder) {
    Instant from = Instant.now().plus(start).truncatedTo(ChronoUnit.SECONDS);
    Event.Builder event = owner.event(title, from, from.plusSeconds(600));
    event.addRemindBefore(ProtoTimes.duration(start.minus(reminder)));
    bookDaily(event.build(), "RRULE:FREQ=DAILY;COUNT=3");
    Event occurrence = seen.occurrence(owner, title, LocalDate.ofInstant(from, owner.zone()));
    seenEvents.saw(occurrence);
    arrivals.expect(occurrence);
  }

  private void bookDaily(Event first, String rule) {
    Series.Builder series = SeriesTable.of(first).setTimeZone("UTC").addRecurrence(rule);
    seen.saw(api.book(series).getSeries());
  }

  private CreateSeriesRequest.Builder request(Person owner, DataTable table) {
    return CreateSeriesRequest.newBuilder()
        .setSeries(SeriesTable.read(table, owner))
        .setRequestId(requestId);
  }

  @Given("{person} has read the {string} of {day}")
  public void hasRead(Person owner, String title, LocalDate day) {
    seenEvents.saw(title, seen.occurrence(owner, title, day));
  }

  @Then("the series is booked")
  public void isBooked() {
    assertThat(answer().getSeries().getId()).isNotEmpty();
  }

  @Then("the answer is the existing series")
  public void answerIsExistingSeries() {
    assertThat(answer().getReplayed()).isTrue();
    assertThat(answer().getSeries()).isEqualTo(first.getSeries());
  }

  @Then("{person}'s series {string} is now")
  public void isNow(Person owner, String title, DataTable table) {
    Series found = api.read(owner.ownerId(), seen.of(owner, title).getId());
    Series.Builder expected = SeriesTable.read(table, owner);
    if (expected.getAvailability() == Event.Availability.AVAILABILITY_UNSPECIFIED) {
      expected.setAvailability(Event.Availability.AVAILABILITY_BUSY);
    }
    assertThat(SeriesTable.tabular(found, SeriesTable.hasCount(table))).isEqualTo(expected.build());
  }

  @Then("{person} has {int} series")
  public void has(Person owner, int count) {
    assertThat(api.all(owner.ownerId())).hasSize(count).doesNotHaveDuplicates();
  }

  @Then("{person}'s series {string} is booked {int} days ahead")
  public void isBookedAhead(Person owner, String title, int days) {
    Series found = api.read(owner.ownerId(), seen.of(owner, title).getId());
    assertThat(found.getOccurrenceCount()).isCloseTo(days, within(2));
    assertThat(ProtoTimes.instant(found.getBookedUntil()))
        .isCloseTo(Instant.now().plus(days, ChronoUnit.DAYS), within(1, ChronoUnit.DAYS));
  }

  private CreateSeriesResponse answer() {
    return (CreateSeriesResponse) lastCall.outcome().answered();
  }
}

package calendar.bdd.series;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.Api;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.Rejection;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.listing.Listings;
import calendar.bdd.phrase.Person;
import calendar.client.ProtoTimes;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.Event;
import calendar.v1.OccurrenceConflict;
import calendar.v1.Series;
import calendar.v1.SeriesConflicts;
import io.cucumber.java.en.Given;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.grpc.Status.Code;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/** Steps that check what a client learns about a rejected series. */
public final class SeriesErrorSteps {
  private final Api api;
  private final LastCall lastCall;
  private final Listings listings;

  public SeriesErrorSteps(Api api, LastCall lastCall, Listings listings) {
    this.api = api;
    this.lastCall = lastCall;
    this.listings = listings;
  }

  @Given("{person} has an hour booked on {int} days from {time}")
  public void hasDays(Person owner, int days, LocalDateTime first) {
    assertThat(book(owner, days, first).getSeries().getOccurrenceCount()).isEqualTo(days);
  }

  @When("{person} books an hour on {int} days from {time}")
  public void booksDays(Person owner, int days, LocalDateTime first) {
    lastCall.attempt(() -> book(owner, days, first));
  }

  @Then("it is rejected because of {int} conflicts")
  public void conflicts(int count) {
    Rejection rejection =
        RejectionAssertions.assertReason(lastCall.outcome(), Code.FAILED_PRECONDITION, "DATE_BUSY");
    assertThat(rejection.metadata()).containsEntry("conflict_count", Integer.toString(count));
    assertThat(conflicts().getConflictCount()).isEqualTo(count);
  }

  @Then("the error names the first {int} of {person}'s events")
  public void names(int count, Person owner) {
    List<Event> busy = listings.everything(owner).page(count, "").events();
    assertThat(conflicts().getConflictsList())
        .containsExactlyElementsOf(busy.stream().map(SeriesErrorSteps::conflict).toList());
    RejectionAssertions.assertOverlaps(lastCall.outcome(), busy.get(0));
  }

  private SeriesConflicts conflicts() {
    return lastCall.outcome().rejected().conflicts().orElseThrow();
  }

  /** An occurrence at the time of an event. */
  private static OccurrenceConflict conflict(Event busy) {
    return OccurrenceConflict.newBuilder()
        .setStartTime(busy.getStartTime())
        .setEndTime(busy.getEndTime())
        .setConflictingEventId(busy.getId())
        .setConflictingStartTime(busy.getStartTime())
        .setConflictingEndTime(busy.getEndTime())
        .build();
  }

  private CreateSeriesResponse book(Person owner, int days, LocalDateTime first) {
    Instant start = owner.at(first);
    Series.Builder series =
        Series.newBuilder()
            .setOwnerId(owner.ownerId())
            .setTitle("Stand-up")
            .setStartTime(ProtoTimes.timestamp(start))
            .setEndTime(ProtoTimes.timestamp(start.plus(Duration.ofHours(1))))
            .setTimeZone("Etc/UTC")
            .addRecurrence("RRULE:FREQ=DAILY;COUNT=" + days);
    return api.calendar().createSeries(CreateSeriesRequest.newBuilder().setSeries(series).build());
  }
}

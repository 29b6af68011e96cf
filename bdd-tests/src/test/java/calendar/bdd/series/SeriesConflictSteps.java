package calendar.bdd.series;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.bdd.api.ConcurrentCalls;
import calendar.bdd.api.LastCall;
import calendar.bdd.api.Outcome;
import calendar.bdd.api.RejectionAssertions;
import calendar.bdd.phrase.FeatureTimes;
import calendar.bdd.phrase.Period;
import calendar.bdd.phrase.Person;
import calendar.bdd.phrase.SeenEvents;
import calendar.client.ProtoTimes;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.Event;
import calendar.v1.OccurrenceConflict;
import calendar.v1.OnConflict;
import calendar.v1.Series;
import calendar.v1.SeriesConflicts;
import io.cucumber.datatable.DataTable;
import io.cucumber.java.en.Then;
import io.cucumber.java.en.When;
import io.grpc.Status.Code;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Steps with series whose time is taken. */
public final class SeriesConflictSteps {
  private final SeriesApi api;
  private final LastCall lastCall;
  private final SeenSeries seen;
  private final SeenEvents seenEvents;
  private List<Outcome<CreateSeriesResponse>> outcomes;

  public SeriesConflictSteps(
      SeriesApi api, LastCall lastCall, SeenSeries seen, SeenEvents seenEvents) {
    this.api = api;
    this.lastCall = lastCall;
    this.seen = seen;
    this.seenEvents = seenEvents;
  }

  private record Conflict(Instant start, Instant end, String eventId) {
    static Conflict of(OccurrenceConflict conflict) {
      return new Conflict(
          ProtoTimes.instant(conflict.getStartTime()),
          ProtoTimes.instant(conflict.getEndTime()),
          conflict.getConflictingEventId());
    }
  }

  @When("{person} books this series, skipping taken times")
  public void booksSkipping(Person owner, DataTable table) {
    lastCall
        .attempt(() -> api.book(SeriesTable.read(table, owner), OnConflict.ON_CONFLICT_SKIP))
        .answer()
        .ifPresent(answer -> seen.saw(answer.getSeries()));
  }

  @When("{person} checks this series")
  public void checks(Person owner, DataTable table) {
    CreateSeriesRequest.Builder request =
        CreateSeriesRequest.newBuilder()
            .setSeries(SeriesTable.read(table, owner))
            .setValidateOnly(true);
    lastCall.attempt(() -> api.book(request));
  }

  @When("{int} clients at once book this series for {person}")
  public void bookAtOnce(int clients, Person owner, DataTable table) throws Exception {
    Supplier<CreateSeriesResponse> booking = () -> api.book(SeriesTable.read(table, owner));
    outcomes = ConcurrentCalls.send(Collections.nCopies(clients, booking));
  }

  @Then("one of them succeeds and the others conflict in all {int} occurrences")
  public void oneSucceeds(int occurrences) {
    assertThat(outcomes).filteredOn(outcome -> outcome.answer().isPresent()).hasSize(1);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.answer().isEmpty())
        .allSatisfy(
            outcome -> assertThat(conflicts(outcome).getConflictCount()).isEqualTo(occurrences));
  }

  @Then("it is rejected because {int} occurrence(s) conflict(s)")
  public void isRejected(int count) {
    Outcome<?> outcome = lastCall.outcome();
    assertThat(conflicts(outcome).getConflictCount()).isEqualTo(count);
    assertThat(outcome.rejected().metadata())
        .containsEntry("conflict_count", Integer.toString(count));
  }

  @Then("the answer lists the first {int} conflicts")
  public void listsFirst(int count) {
    assertThat(conflicts(lastCall.outcome()).getConflictsList())
        .hasSize(count)
        .isSortedAccordingTo(
            (a, b) -> Long.compare(a.getStartTime().getSeconds(), b.getStartTime().getSeconds()));
  }

  @Then("{person}'s conflicts are")
  public void conflictsAre(Person owner, DataTable table) {
    assertConflicts(conflicts(lastCall.outcome()).getConflictsList(), owner, table);
  }

  @Then("the check finds {int} conflict(s)")
  public void checkFinds(int count) {
    assertThat(checked().getConflictCount()).isEqualTo(count);
    assertThat(checked().getConflictsList()).hasSize(count);
    assertThat(checked().getSeries().getId()).isEmpty();
  }

  @Then("{person}'s conflicts in the check are")
  public void checkedConflictsAre(Person owner, DataTable table) {
    assertConflicts(checked().getConflictsList(), owner, table);
  }

  @Then("{person}'s series {string} has skipped")
  public void hasSkipped(Person owner, String title, DataTable table) {
    Series found = api.read(owner.ownerId(), seen.of(owner, title).getId());
    List<Map<String, String>> rows = table.asMaps();
    assertThat(found.getSkipCount()).isEqualTo(rows.size());
    assertThat(found.getSkippedList())
        .extracting(skip -> ProtoTimes.instant(skip.getOriginalStartTime()))
        .containsExactlyElementsOf(
            rows.stream().map(row -> owner.at(FeatureTimes.time(row.get("start")))).toList());
    assertThat(found.getSkippedList())
        .extracting(skip -> skip.getConflictingEventId())
        .containsExactlyElementsOf(
            rows.stream().map(row -> seenEvents.of(owner, row.get("taken by")).getId()).toList());
  }

  @Then("{person}'s series {string} has skipped nothing")
  public void hasSkippedNothing(Person owner, String title) {
    Series found = api.read(owner.ownerId(), seen.of(owner, title).getId());
    assertThat(found.getSkipCount()).isZero();
    assertThat(found.getSkippedList()).isEmpty();
  }

  @Then("it is rejected because it overlaps {person}'s {string} of {day}")
  public void overlapsOccurrence(Person owner, String title, LocalDate day) {
    Event occurrence = seen.occurrence(owner, title, day);
    RejectionAssertions.assertOverlaps(lastCall.outcome(), occurrence);
  }

  private CreateSeriesResponse checked() {
    return (CreateSeriesResponse) lastCall.outcome().answered();
  }

  private static SeriesConflicts conflicts(Outcome<?> outcome) {
    return RejectionAssertions.assertReason(outcome, Code.FAILED_PRECONDITION, "DATE_BUSY")
        .conflicts()
        .orElseThrow();
  }

  private void assertConflicts(List<OccurrenceConflict> conflicts, Person owner, DataTable table) {
    List<Conflict> expected =
        table.asMaps().stream()
            .map(
                row -> {
                  Period when = Period.parse(row.get("occurrence"));
                  return new Conflict(
                      owner.at(when.start()),
                      owner.at(when.end()),
                      seenEvents.of(owner, row.get("overlaps")).getId());
                })
            .toList();
    assertThat(conflicts).extracting(Conflict::of).containsExactlyElementsOf(expected);
  }
}

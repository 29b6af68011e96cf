package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.EventNotFoundException;
import calendar.error.SeriesConflictException;
import calendar.error.TimeConflictException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.Race;
import calendar.series.model.Series;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How each {@link SeriesStorage} handles conflicting calls of many threads. */
public abstract class SeriesRaces extends RacingSeries {
  private void assertNothingOverlaps() {
    List<Event> all = all();
    for (int i = 1; i < all.size(); i++) {
      assertThat(all.get(i - 1).endTime()).isBeforeOrEqualTo(all.get(i).startTime());
    }
  }

  private static void assertConflicts(Race.Outcome<?> outcome) {
    assertThat(outcome.refusals())
        .allSatisfy(
            refusal ->
                assertThat(refusal)
                    .isInstanceOfAny(SeriesConflictException.class, TimeConflictException.class));
  }

  @Test
  void seriesAndEventsNeverOverlap() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      owner = Drafts.newOwner();
      Race.Outcome<Optional<Series>> outcome =
          race.round(
              runner -> {
                if (runner % 2 == 0) {
                  return Optional.of(createSeries(START.plusSeconds(runner)));
                }
                createEvent(day(runner % DAYS).plus(HALF_HOUR));
                return Optional.empty();
              });

      assertConflicts(outcome);
      List<Series> booked = outcome.answers().stream().flatMap(Optional::stream).toList();
      assertThat(booked).hasSizeLessThanOrEqualTo(1);
      booked.forEach(series -> assertThat(occurrences(series)).hasSize(DAYS));
      int single = outcome.answers().size() - booked.size();
      assertThat(all()).hasSize(single + DAYS * booked.size()).isNotEmpty();
      assertNothingOverlaps();
    }
  }

  @Test
  void onlyOneOfCrossingSeriesIsBooked() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      owner = Drafts.newOwner();
      Race.Outcome<Series> outcome =
          race.round(runner -> createSeries(runner % 2 == 0 ? START : START.plus(HALF_HOUR)));

      assertConflicts(outcome);
      assertThat(outcome.answers()).hasSize(1);
      assertThat(all()).hasSize(DAYS).isEqualTo(occurrences(outcome.answers().get(0)));
    }
  }

  @Test
  void repeatedRequestIsBookedOnce() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      owner = Drafts.newOwner();
      String request = UUID.randomUUID().toString();
      Race.Outcome<SeriesResult> outcome = race.round(runner -> createSeries(START, request));

      assertThat(outcome.answers()).hasSize(THREADS);
      assertThat(outcome.answers()).filteredOn(result -> !result.isReplayed()).hasSize(1);
      assertThat(outcome.answers())
          .extracting(result -> result.series().orElseThrow().series().id())
          .containsOnly(all().get(0).occurrence().orElseThrow().seriesId());
      assertThat(all()).hasSize(DAYS);
    }
  }

  @Test
  void seriesAndMovedOccurrenceNeverOverlap() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      owner = Drafts.newOwner();
      Series other = createSeries(START.minus(HOUR.multipliedBy(3)));
      List<Event> occurrences = occurrences(other);
      Race.Outcome<Object> outcome =
          race.round(
              runner ->
                  runner % 2 == 0
                      ? createSeries(START)
                      : moveEvent(occurrences.get(runner % DAYS), day(runner % DAYS)));

      assertConflicts(outcome);
      long booked = outcome.answers().stream().filter(Series.class::isInstance).count();
      long moved = all().stream().filter(event -> event.version() > 1).count();
      assertThat(booked).isLessThanOrEqualTo(1);
      assertThat(booked == 0 || moved == 0).isTrue();
      assertThat(all()).hasSize(DAYS + DAYS * (int) booked);
      assertNothingOverlaps();
    }
  }

  @Test
  void changedSeriesIsAllOrNothing() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      owner = Drafts.newOwner();
      Series series = createSeries(START);
      List<Event> occurrences = new ArrayList<>(occurrences(series));
      Instant later = START.plus(HOUR.multipliedBy(2));
      Race.Outcome<String> outcome =
          race.round(
              runner ->
                  switch (runner % 5) {
                    case 0 -> {
                      moveSeries(series, later);
                      yield "moved";
                    }
                    case 1 -> {
                      createEvent(later.plus(Duration.ofDays(runner % DAYS)));
                      yield "created";
                    }
                    case 2 -> {
                      Event deleted = occurrences.get(runner % 2);
                      calendar().delete(owner, deleted.id().toString(), "");
                      yield "deleted";
                    }
                    case 3 -> {
                      rename(series, "Renamed " + runner);
                      yield "renamed";
                    }
                    default -> {
                      createEvent(START.minus(HOUR));
                      yield "created";
                    }
                  });

      assertThat(outcome.refusals())
          .allSatisfy(
              refusal ->
                  assertThat(refusal)
                      .isInstanceOfAny(
                          SeriesConflictException.class,
                          TimeConflictException.class,
                          EventNotFoundException.class));
      List<Event> left = occurrences(series);
      assertThat(left).hasSize(DAYS - 2);
      boolean moved = outcome.answers().contains("moved");
      assertThat(left)
          .allSatisfy(
              event -> {
                Instant original = event.occurrence().orElseThrow().originalStart();
                assertThat(event.startTime()).isEqualTo(original);
                assertThat(Duration.between(START, original).toHours() % 24)
                    .isEqualTo(moved ? 2 : 0);
              });
      assertThat(left.stream().map(Event::title).distinct()).hasSize(1);
      assertThat(outcome.answers()).filteredOn("renamed"::equals).hasSize(THREADS / 5);
      assertNothingOverlaps();
    }
  }
}

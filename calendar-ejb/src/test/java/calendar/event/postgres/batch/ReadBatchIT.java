package calendar.event.postgres.batch;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.EventNotFoundException;
import calendar.error.StorageUnavailableException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.EventPosition;
import calendar.event.field.Interval;
import calendar.event.postgres.EventStatements;
import calendar.event.postgres.LostAnswers;
import calendar.event.postgres.OnPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads in one batch: the outcome of one does not affect the others. */
class ReadBatchIT extends OnPostgres {
  private static final int EVENTS = 48;

  private final EventStatements statements = new EventStatements(database.asService());
  private final List<Event> events = new ArrayList<>();

  @BeforeEach
  void book() {
    IntStream.range(0, EVENTS).forEach(i -> events.add(withReminders(i)));
    List<PendingCreate> creates = events.stream().map(OnPostgres::pending).toList();
    new CreateBatch(creates, statements).createAll();
  }

  /** An event with none to three reminders, so that events have different numbers of rows. */
  private Event withReminders(int hour) {
    Duration[] before =
        IntStream.range(0, hour % 4).mapToObj(Duration::ofMinutes).toArray(Duration[]::new);
    return Drafts.event(owner, hour(hour).startTime(), hour(hour).endTime(), before);
  }

  private PendingGet get(Event event) {
    return PendingGet.of(owner, event.id());
  }

  private PendingList list(int from, int to, int limit) {
    Interval interval = new Interval(hour(from).startTime(), hour(to).startTime());
    return PendingList.of(owner, interval, Optional.empty(), limit);
  }

  private static ReadBatch<PendingGet> gets(EventStatements statements) {
    return new ReadBatch<>(statements::get);
  }

  private static ReadBatch<PendingList> lists(EventStatements statements) {
    return new ReadBatch<>(statements::list);
  }

  @Test
  void returnsRightEventToEachGet() {
    List<PendingGet> batch = new ArrayList<>(events.stream().map(this::get).toList());
    Collections.shuffle(batch);

    gets(statements).readAll(batch);

    assertThat(batch).extracting(read -> read.result().join()).containsAll(events);
    assertThat(batch).allMatch(read -> read.result().join().id().equals(read.id()));
  }

  @Test
  void answersEqualGets() {
    List<PendingGet> batch = List.of(get(events.get(1)), get(events.get(1)), get(events.get(1)));

    gets(statements).readAll(batch);

    assertThat(batch).extracting(read -> read.result().join()).containsOnly(events.get(1));
  }

  @Test
  void failsOnlyGetOfUnknownEvent() {
    PendingGet unknown = PendingGet.of(owner, UUID.randomUUID());
    PendingGet anothers = PendingGet.of(Drafts.newOwner(), events.get(0).id());
    PendingGet fine = get(events.get(3));

    gets(statements).readAll(List.of(unknown, anothers, fine));

    assertThat(failure(unknown.result())).isInstanceOf(EventNotFoundException.class);
    assertThat(failure(anothers.result())).isInstanceOf(EventNotFoundException.class);
    assertThat(fine.result().join()).isEqualTo(events.get(3));
  }

  @Test
  void eachListHasOwnIntervalAndLimit() {
    PendingList day = list(0, 24, 100);
    PendingList nothing = list(100, 124, 100);
    PendingList firstTwo = list(7, 24, 2);
    PendingList afterwards =
        PendingList.of(owner, day.interval(), Optional.of(events.get(20).position()), day.limit());

    lists(statements).readAll(List.of(day, nothing, firstTwo, afterwards));

    assertThat(day.result().join()).isEqualTo(events.subList(0, 24));
    assertThat(nothing.result().join()).isEmpty();
    assertThat(firstTwo.result().join()).isEqualTo(events.subList(7, 9));
    assertThat(afterwards.result().join()).isEqualTo(events.subList(21, 24));
  }

  @ParameterizedTest
  @CsvSource({
    "0000-12-31T10:00:00Z, 0001-01-01T10:00:00Z",
    "9999-12-31T10:00:00Z, +10000-01-01T10:00:00Z",
    "-0044-03-15T12:00:00Z, +12026-01-01T00:00:00.123456Z"
  })
  void listsIntervalsBeyondYears1To9999(Instant start, Instant end) {
    PendingList list =
        PendingList.of(
            owner,
            new Interval(start, end),
            Optional.of(EventPosition.afterAllAt(end.minusSeconds(1))),
            10);

    lists(statements).readAll(List.of(list));

    assertThat(list.result().join()).isEmpty();
  }

  @Test
  void failsOnlyInvalidGet() {
    PendingGet poison = PendingGet.of("NUL \0 cannot be asked for", UUID.randomUUID());
    PendingGet fine = get(events.get(5));

    gets(statements).readAll(List.of(fine, poison));

    assertThat(fine.result().join()).isEqualTo(events.get(5));
    assertThat(failure(poison.result()))
        .isNotNull()
        .isNotInstanceOf(StorageUnavailableException.class);
  }

  @Test
  void repeatsReadAfterLostConnection() {
    LostAnswers lost = new LostAnswers(database.asService(), 1);
    PendingGet read = get(events.get(2));

    gets(new EventStatements(lost.dataSource())).readAll(List.of(read));

    assertThat(lost.count()).isEqualTo(1);
    assertThat(read.result().join()).isEqualTo(events.get(2));
  }

  @Test
  void failsAllWhenDatabaseIsDown() {
    LostAnswers lost = new LostAnswers(database.asService(), Integer.MAX_VALUE);
    List<PendingList> batch = List.of(list(0, 24, 100), list(0, 2, 100));

    lists(new EventStatements(lost.dataSource())).readAll(batch);

    assertThat(batch)
        .allSatisfy(
            read ->
                assertThat(failure(read.result())).isInstanceOf(StorageUnavailableException.class));
  }

  @Test
  void skipsCancelledGet() {
    LostAnswers counted = new LostAnswers(database.asService(), Integer.MAX_VALUE);
    PendingGet unwanted = get(events.get(0));
    unwanted.result().cancel(false);

    gets(new EventStatements(counted.dataSource())).readAll(List.of(unwanted));

    assertThat(counted.count()).isZero();
  }
}

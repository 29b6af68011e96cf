package calendar.event.postgres.batch;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.IcalUidExistsException;
import calendar.error.StorageUnavailableException;
import calendar.error.TimeConflictException;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.postgres.EventStatements;
import calendar.event.postgres.LostAnswers;
import calendar.event.postgres.OnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Creates in one batch: the outcome of one does not affect the others. */
class CreateBatchIT extends OnPostgres {
  private final EventStatements statements = new EventStatements(database.asService());

  private void createAll(List<PendingCreate> batch) {
    new CreateBatch(batch, statements).createAll();
    assertThat(batch).allMatch(pending -> pending.result().isDone());
  }

  @Test
  void createsAllWithReminders() {
    List<PendingCreate> batch = IntStream.range(0, 64).mapToObj(i -> pending(hour(i))).toList();

    createAll(batch);

    assertThat(batch).noneMatch(pending -> answer(pending).replayed());
    assertThat(all(statements, owner))
        .containsExactlyElementsOf(batch.stream().map(PendingCreate::event).toList());
  }

  @Test
  void failsOnlyConflictingCreateAndNamesEvent() {
    PendingCreate first = pending(hour(3));
    createAll(List.of(first));
    List<PendingCreate> batch = IntStream.range(0, 8).mapToObj(i -> pending(hour(i))).toList();

    createAll(batch);

    TimeConflictException busy = (TimeConflictException) failure(batch.get(3).result());
    assertThat(busy.conflictingEventId()).isEqualTo(first.event().id());
    assertThat(busy.conflictingStartTime()).isEqualTo(first.event().startTime());
    assertThat(busy.conflictingEndTime()).isEqualTo(first.event().endTime());
    assertThat(all(statements, owner)).hasSize(8);
  }

  @Test
  void createsOneOfOverlappingCreates() {
    List<PendingCreate> batch = IntStream.range(0, 20).mapToObj(i -> pending(hour(7))).toList();

    createAll(batch);

    Event booked = all(statements, owner).get(0);
    assertThat(all(statements, owner)).hasSize(1);
    assertThat(batch)
        .filteredOn(pending -> !pending.event().id().equals(booked.id()))
        .hasSize(19)
        .allSatisfy(
            pending ->
                assertThat(((TimeConflictException) failure(pending.result())).conflictingEventId())
                    .isEqualTo(booked.id()));
  }

  @Test
  void repeatedRequestsCreateOneEvent() {
    Optional<UUID> request = Optional.of(UUID.randomUUID());
    List<PendingCreate> batch =
        IntStream.range(0, 10).mapToObj(i -> PendingCreate.of(hour(i), request)).toList();

    createAll(batch);

    assertThat(batch).filteredOn(pending -> !answer(pending).replayed()).hasSize(1);
    assertThat(batch).extracting(pending -> answer(pending).event()).containsOnly(hourBooked());
  }

  private Event hourBooked() {
    assertThat(all(statements, owner)).hasSize(1);
    return all(statements, owner).get(0);
  }

  @Test
  void createsOneEventOfComponent() {
    List<PendingCreate> batch =
        IntStream.range(0, 20).mapToObj(i -> pending(imported(hour(i % 15), "uid"))).toList();
    PendingCreate plain = pending(hour(20));
    List<PendingCreate> all = new ArrayList<>(batch);
    all.add(plain);

    createAll(all);

    assertThat(answer(plain).replayed()).isFalse();
    assertThat(all(statements, owner)).hasSize(2);
    Event booked = all(statements, owner).get(0);
    assertThat(batch)
        .filteredOn(pending -> !pending.event().id().equals(booked.id()))
        .hasSize(19)
        .allSatisfy(
            pending -> {
              Throwable failure = failure(pending.result());
              assertThat(failure).isInstanceOf(IcalUidExistsException.class);
              assertThat(((IcalUidExistsException) failure).existingId()).isEqualTo(booked.id());
            });
  }

  @Test
  void repeatedImportsCreateOneEvent() {
    Optional<UUID> request = Optional.of(UUID.randomUUID());
    List<PendingCreate> batch =
        IntStream.range(0, 10)
            .mapToObj(i -> PendingCreate.of(imported(hour(i), "uid"), request))
            .toList();

    createAll(batch);

    assertThat(batch).filteredOn(pending -> !answer(pending).replayed()).hasSize(1);
    assertThat(batch).extracting(pending -> answer(pending).event()).containsOnly(hourBooked());
  }

  @Test
  void importSucceedsWhenConnectionBreaksAfterCommit() {
    LostAnswers lost = new LostAnswers(database.asService(), 1);
    List<PendingCreate> batch =
        IntStream.range(0, 8)
            .mapToObj(i -> PendingCreate.of(imported(hour(i), "uid-" + i), Optional.empty()))
            .toList();

    new CreateBatch(batch, new EventStatements(lost.dataSource())).createAll();

    assertThat(lost.count()).isEqualTo(1);
    assertThat(batch)
        .allSatisfy(pending -> assertThat(answer(pending).event()).isEqualTo(pending.event()));
  }

  /** Only imported events need a look-up of their component. */
  @Test
  void plainCreatesNeedFewStatements() {
    createAll(List.of(pending(hour(0))));
    LostAnswers counted = new LostAnswers(database.asService(), 0);

    new CreateBatch(List.of(pending(hour(1))), new EventStatements(counted.dataSource()))
        .createAll();
    assertThat(counted.statements()).as("insert").isEqualTo(1);

    PendingCreate busy = pending(hour(0));
    new CreateBatch(List.of(busy), new EventStatements(counted.dataSource())).createAll();
    assertThat(failure(busy.result())).isInstanceOf(TimeConflictException.class);
    assertThat(counted.statements())
        .as("insert, look for request id, look for conflict")
        .isEqualTo(1 + 3);
  }

  private static Event imported(Event event, String uid) {
    return Drafts.imported(event, uid, "", 0);
  }

  @Test
  void failsOnlyInvalidCreate() {
    List<PendingCreate> batch = new ArrayList<>();
    IntStream.range(0, 8).forEach(i -> batch.add(pending(hour(i))));
    PendingCreate poison = pending(Drafts.titled(hour(20), "NUL \0 cannot be kept"));
    batch.add(4, poison);

    createAll(batch);

    assertThat(failure(poison.result()))
        .isNotNull()
        .isNotInstanceOf(StorageUnavailableException.class);
    assertThat(all(statements, owner)).hasSize(8);
  }

  @Test
  void skipsCancelledCreate() {
    PendingCreate unwanted = pending(hour(0));
    unwanted.result().cancel(false);

    createAll(List.of(unwanted, pending(hour(1))));

    assertThat(all(statements, owner)).hasSize(1);
  }

  @Test
  void createSucceedsWhenConnectionBreaksAfterCommit() {
    LostAnswers lost = new LostAnswers(database.asService(), 1);
    List<PendingCreate> batch =
        IntStream.range(0, 8).mapToObj(i -> PendingCreate.of(hour(i), Optional.empty())).toList();

    new CreateBatch(batch, new EventStatements(lost.dataSource())).createAll();

    assertThat(lost.count()).isEqualTo(1);
    assertThat(batch)
        .allSatisfy(
            pending -> {
              assertThat(answer(pending).replayed()).isFalse();
              assertThat(answer(pending).event()).isEqualTo(pending.event());
            });
    assertThat(all(statements, owner)).hasSize(8);
  }

  @Test
  void failsAllWhenDatabaseIsDown() {
    LostAnswers lost = new LostAnswers(database.asService(), Integer.MAX_VALUE);
    List<PendingCreate> batch = IntStream.range(0, 8).mapToObj(i -> pending(hour(i))).toList();

    new CreateBatch(batch, new EventStatements(lost.dataSource())).createAll();

    assertThat(batch)
        .allSatisfy(
            pending ->
                assertThat(failure(pending.result()))
                    .isInstanceOf(StorageUnavailableException.class));
  }
}

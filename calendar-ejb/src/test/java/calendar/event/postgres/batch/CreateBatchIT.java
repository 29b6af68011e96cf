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

/** Whatever becomes of one create, the others that share its transaction are none the wiser. */
class CreateBatchIT extends OnPostgres {
  private final EventStatements statements = new EventStatements(database.asService());

  private void settle(List<PendingCreate> batch) {
    new CreateBatch(batch, statements).settle();
    assertThat(batch).allMatch(pending -> pending.answer().isDone());
  }

  @Test
  void createsAllWithTheirReminders() {
    List<PendingCreate> batch = IntStream.range(0, 64).mapToObj(i -> pending(hour(i))).toList();

    settle(batch);

    assertThat(batch).noneMatch(pending -> answer(pending).replayed());
    assertThat(all(statements, owner))
        .containsExactlyElementsOf(batch.stream().map(PendingCreate::event).toList());
  }

  @Test
  void aBusyOneFailsAloneAndLearnsByWhom() {
    PendingCreate first = pending(hour(3));
    settle(List.of(first));
    List<PendingCreate> batch = IntStream.range(0, 8).mapToObj(i -> pending(hour(i))).toList();

    settle(batch);

    TimeConflictException busy = (TimeConflictException) refusal(batch.get(3).answer());
    assertThat(busy.conflictingEventId()).isEqualTo(first.event().id());
    assertThat(busy.conflictingStartTime()).isEqualTo(first.event().startTime());
    assertThat(busy.conflictingEndTime()).isEqualTo(first.event().endTime());
    assertThat(all(statements, owner)).hasSize(8);
  }

  @Test
  void ofThoseThatOverlapInABatchOneIsCreated() {
    List<PendingCreate> batch = IntStream.range(0, 20).mapToObj(i -> pending(hour(7))).toList();

    settle(batch);

    Event booked = all(statements, owner).get(0);
    assertThat(all(statements, owner)).hasSize(1);
    assertThat(batch)
        .filteredOn(pending -> !pending.event().id().equals(booked.id()))
        .hasSize(19)
        .allSatisfy(
            pending ->
                assertThat(((TimeConflictException) refusal(pending.answer())).conflictingEventId())
                    .isEqualTo(booked.id()));
  }

  @Test
  void repeatsOfARequestInABatchCreateOneEvent() {
    Optional<UUID> request = Optional.of(UUID.randomUUID());
    List<PendingCreate> batch =
        IntStream.range(0, 10).mapToObj(i -> PendingCreate.of(hour(i), request)).toList();

    settle(batch);

    assertThat(batch).filteredOn(pending -> !answer(pending).replayed()).hasSize(1);
    assertThat(batch).extracting(pending -> answer(pending).event()).containsOnly(hourBooked());
  }

  private Event hourBooked() {
    assertThat(all(statements, owner)).hasSize(1);
    return all(statements, owner).get(0);
  }

  @Test
  void ofAComponentInABatchOneIsCreated() {
    List<PendingCreate> batch =
        IntStream.range(0, 20).mapToObj(i -> pending(imported(hour(i % 15), "uid"))).toList();
    PendingCreate plain = pending(hour(20));
    List<PendingCreate> all = new ArrayList<>(batch);
    all.add(plain);

    settle(all);

    assertThat(answer(plain).replayed()).isFalse();
    assertThat(all(statements, owner)).hasSize(2);
    Event booked = all(statements, owner).get(0);
    assertThat(batch)
        .filteredOn(pending -> !pending.event().id().equals(booked.id()))
        .hasSize(19)
        .allSatisfy(
            pending -> {
              Throwable refusal = refusal(pending.answer());
              assertThat(refusal).isInstanceOf(IcalUidExistsException.class);
              assertThat(((IcalUidExistsException) refusal).existingEventId())
                  .isEqualTo(booked.id());
            });
  }

  @Test
  void repeatsOfAnImportInABatchAreReplayed() {
    Optional<UUID> request = Optional.of(UUID.randomUUID());
    List<PendingCreate> batch =
        IntStream.range(0, 10)
            .mapToObj(i -> PendingCreate.of(imported(hour(i), "uid"), request))
            .toList();

    settle(batch);

    assertThat(batch).filteredOn(pending -> !answer(pending).replayed()).hasSize(1);
    assertThat(batch).extracting(pending -> answer(pending).event()).containsOnly(hourBooked());
  }

  @Test
  void anImportThatWasSavedBeforeTheConnectionBrokeIsCreated() {
    LostAnswers lost = new LostAnswers(database.asService(), 1);
    List<PendingCreate> batch =
        IntStream.range(0, 8)
            .mapToObj(i -> PendingCreate.of(imported(hour(i), "uid-" + i), Optional.empty()))
            .toList();

    new CreateBatch(batch, new EventStatements(lost.dataSource())).settle();

    assertThat(lost.count()).isEqualTo(1);
    assertThat(batch)
        .allSatisfy(pending -> assertThat(answer(pending).event()).isEqualTo(pending.event()));
  }

  /** What is not imported asks for no component, also when it is refused. */
  @Test
  void plainCreatesTakeAsManyStatementsAsBefore() {
    settle(List.of(pending(hour(0))));
    LostAnswers counted = new LostAnswers(database.asService(), 0);

    new CreateBatch(List.of(pending(hour(1))), new EventStatements(counted.dataSource())).settle();
    assertThat(counted.statements()).as("insert").isEqualTo(1);

    PendingCreate busy = pending(hour(0));
    new CreateBatch(List.of(busy), new EventStatements(counted.dataSource())).settle();
    assertThat(refusal(busy.answer())).isInstanceOf(TimeConflictException.class);
    assertThat(counted.statements()).as("insert, look for the request, the time").isEqualTo(1 + 3);
  }

  private static Event imported(Event event, String uid) {
    return Drafts.imported(event, uid, "", 0);
  }

  @Test
  void oneThatTheDatabaseCannotTakeFailsAlone() {
    List<PendingCreate> batch = new ArrayList<>();
    IntStream.range(0, 8).forEach(i -> batch.add(pending(hour(i))));
    Event fine = hour(20);
    PendingCreate poison =
        pending(
            new Event(
                owner,
                fine.id(),
                "NUL \0 cannot be kept",
                "",
                fine.startTime(),
                fine.endTime(),
                List.of(),
                1,
                fine.createTime(),
                fine.updateTime(),
                Optional.empty()));
    batch.add(4, poison);

    settle(batch);

    assertThat(refusal(poison.answer()))
        .isNotNull()
        .isNotInstanceOf(StorageUnavailableException.class);
    assertThat(all(statements, owner)).hasSize(8);
  }

  @Test
  void whatNobodyWaitsForAnyMoreIsNotCreated() {
    PendingCreate unwanted = pending(hour(0));
    unwanted.answer().cancel(false);

    settle(List.of(unwanted, pending(hour(1))));

    assertThat(all(statements, owner)).hasSize(1);
  }

  @Test
  void whatWasSavedBeforeTheConnectionBrokeIsCreatedAndNotBusy() {
    LostAnswers lost = new LostAnswers(database.asService(), 1);
    List<PendingCreate> batch =
        IntStream.range(0, 8).mapToObj(i -> PendingCreate.of(hour(i), Optional.empty())).toList();

    new CreateBatch(batch, new EventStatements(lost.dataSource())).settle();

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
  void aDatabaseThatIsGoneIsToldToAll() {
    LostAnswers lost = new LostAnswers(database.asService(), Integer.MAX_VALUE);
    List<PendingCreate> batch = IntStream.range(0, 8).mapToObj(i -> pending(hour(i))).toList();

    new CreateBatch(batch, new EventStatements(lost.dataSource())).settle();

    assertThat(batch)
        .allSatisfy(
            pending ->
                assertThat(refusal(pending.answer()))
                    .isInstanceOf(StorageUnavailableException.class));
  }
}

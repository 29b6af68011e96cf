package calendar.client.importing;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.EventBuilder;
import calendar.client.ics.event.IcsEvent;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.Decision;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The writes that wait for earlier writes. */
class TimeOrderTest {
  /** From 14 to 15 o'clock. */
  private static final Event STORED =
      Event.newBuilder()
          .setStartTime(ProtoTimes.timestamp(hour(14)))
          .setEndTime(ProtoTimes.timestamp(hour(15)))
          .build();

  private final TimeOrder order = new TimeOrder();

  @Test
  void waitsForEarlierWritesOfSameTime() {
    CompletableFuture<Void> first = new CompletableFuture<>();
    order.enter(event("anna", 10, 11), new Decision.Create(), first);

    CompletableFuture<Void> turn = enter("anna", 10, 12);

    assertThat(turn).isNotDone();
    first.complete(null);
    assertThat(turn).isDone();
  }

  @Test
  void runsOtherWritesInParallel() {
    enter("anna", 10, 11);

    assertThat(enter("anna", 11, 12)).isDone();
    assertThat(enter("anna", 9, 10)).isDone();
    assertThat(enter("ben", 10, 11)).isDone();
  }

  @Test
  void waitsForTimeFreedByMove() {
    CompletableFuture<Void> moved = new CompletableFuture<>();
    order.enter(event("anna", 10, 11), update(STORED), moved);

    CompletableFuture<Void> turn = enter("anna", 14, 15);

    assertThat(turn).isNotDone();
    assertThat(enter("anna", 16, 17)).isDone();
    moved.complete(null);
    assertThat(turn).isDone();
  }

  @Test
  void neverWaitsForFreeEvents() {
    Event freeBefore = STORED.toBuilder().setAvailability(Availability.AVAILABILITY_FREE).build();
    order.enter(free(10, 11), new Decision.Create(), new CompletableFuture<Void>());
    order.enter(free(10, 11), update(freeBefore), new CompletableFuture<Void>());

    assertThat(enter("anna", 10, 11)).isDone();
    assertThat(enter("anna", 14, 15)).isDone();
  }

  @Test
  void freeEventWaitsForNothing() {
    enter("anna", 10, 11);

    assertThat(order.enter(free(10, 11), new Decision.Create(), new CompletableFuture<Void>()))
        .isDone();
  }

  @Test
  void waitsForTimeOfEventThatBecomesFree() {
    CompletableFuture<Void> freed = new CompletableFuture<>();
    order.enter(free(14, 15), update(STORED), freed);

    CompletableFuture<Void> turn = enter("anna", 14, 15);

    assertThat(turn).isNotDone();
    freed.complete(null);
    assertThat(turn).isDone();
  }

  @Test
  void forgetsFinishedWrites() {
    CompletableFuture<Void> failed = new CompletableFuture<>();
    order.enter(event("anna", 10, 11), new Decision.Create(), failed);
    failed.completeExceptionally(new IllegalStateException());

    assertThat(enter("anna", 10, 11)).isDone().isNotCompletedExceptionally();
  }

  private static Decision update(Event stored) {
    return new Decision.Update(stored, Decision.Change.CONTENT, List.of());
  }

  private CompletableFuture<Void> enter(String owner, int from, int to) {
    return order.enter(
        event(owner, from, to), new Decision.Create(), new CompletableFuture<Void>());
  }

  private static Candidate event(String owner, int from, int to) {
    ComponentIdentity identity = new ComponentIdentity("7@x", "", 0, Optional.empty());
    IcsEvent event = EventBuilder.event(identity).at(hour(from), hour(to)).build();
    return new Candidate(event, owner, identity, List.of());
  }

  private static Candidate free(int from, int to) {
    IcsEvent event = EventBuilder.event("8@x").at(hour(from), hour(to)).free().build();
    return new Candidate(event, "anna", event.identity(), List.of());
  }

  private static Instant hour(int hour) {
    return Instant.parse("2026-12-01T%02d:00:00Z".formatted(hour));
  }
}

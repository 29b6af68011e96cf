package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.batching.Operation;
import calendar.error.EventNotFoundException;
import calendar.error.OverloadedException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Answers, failures and cancellations. */
class CallPipelineTest extends OnCallPipeline {
  @Test
  void answersWithTheResult() {
    CompletableFuture<String> result = new CompletableFuture<>();
    pipeline.run(CALL, reply, work(result));
    assertThat(reply.results).isEmpty();

    result.complete("done");

    assertThat(reply.results).containsExactly("done");
    assertThat(answers).isEqualTo(1);
    assertThat(checked).containsExactly(CALL);
  }

  @Test
  void answersWithTheFailure() {
    EventNotFoundException missing = new EventNotFoundException("ann", new UUID(1, 2));
    CompletableFuture<String> result = new CompletableFuture<>();
    pipeline.run(CALL, reply, () -> result.thenApply(text -> text));

    result.completeExceptionally(missing);

    assertThat(reply.failures).containsExactly(missing);
    assertThat(answers).isZero();
  }

  @Test
  void answersWithWhatTheWorkThrows() {
    IllegalStateException bug = new IllegalStateException();

    pipeline.run(
        CALL,
        reply,
        () -> {
          throw bug;
        });

    assertThat(reply.failures).containsExactly(bug);
  }

  @Test
  void runsBlockingWorkOnItsThreads() {
    pipeline.runBlocking(CALL, reply, blockingWork());
    assertThat(works).isZero();

    queued.remove().run();

    assertThat(reply.results).containsExactly("done");
    assertThat(answers).isEqualTo(1);
  }

  @Test
  void answersWithWhatBlockingWorkThrows() {
    StackOverflowError bug = new StackOverflowError();
    pipeline.runBlocking(
        CALL,
        reply,
        () -> {
          throw bug;
        });

    queued.remove().run();

    assertThat(reply.failures).containsExactly(bug);
  }

  @Test
  void rejectsBlockingWorkIfThreadsAreBusy() {
    threadsAreBusy = true;

    pipeline.runBlocking(CALL, reply, blockingWork());

    assertThat(reply.failures).singleElement().isInstanceOf(OverloadedException.class);
  }

  @Test
  void doesNoWorkForACancelledCall() {
    pipeline.runBlocking(CALL, reply, blockingWork());
    reply.cancel();

    queued.remove().run();

    assertThat(works).isZero();
    assertThat(reply.results).isEmpty();
  }

  @Test
  void cancelsTheWorkOfACancelledCall() {
    CompletableFuture<String> result = new CompletableFuture<>();
    pipeline.run(CALL, reply, work(result));

    reply.cancel();

    assertThat(result).isCancelled();
    assertThat(reply.failures).isEmpty();
  }

  @Test
  void admitsOnlyKindsWithCapacity() {
    full.addAll(Set.of(Operation.CREATE, Operation.LIST));

    assertThat(CalendarMethod.values())
        .filteredOn(pipeline::admits)
        .containsExactly(
            CalendarMethod.GET_EVENT,
            CalendarMethod.UPDATE_EVENT,
            CalendarMethod.DELETE_EVENT,
            CalendarMethod.FIND_EVENTS,
            CalendarMethod.CREATE_SERIES,
            CalendarMethod.GET_SERIES,
            CalendarMethod.UPDATE_SERIES,
            CalendarMethod.DELETE_SERIES,
            CalendarMethod.LIST_SERIES,
            CalendarMethod.GRANT_ACCESS,
            CalendarMethod.REVOKE_ACCESS,
            CalendarMethod.LIST_ACCESS);
  }
}

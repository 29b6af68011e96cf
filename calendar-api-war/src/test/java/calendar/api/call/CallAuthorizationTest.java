package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.EventNotFoundException;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls that authorization refuses or delays. */
class CallAuthorizationTest extends OnCallPipeline {
  @Test
  void doesNoWorkWithoutPermission() {
    EventNotFoundException refusal = new EventNotFoundException("ann", new UUID(1, 2));
    permission = CompletableFuture.failedFuture(refusal);

    pipeline.run(CALL, reply, work(new CompletableFuture<>()));
    pipeline.runBlocking(CALL, reply, blockingWork());

    assertThat(reply.failures).containsExactly(refusal, refusal);
    assertThat(works).isZero();
    assertThat(queued).isEmpty();
  }

  @Test
  void waitsForALatePermission() {
    permission = new CompletableFuture<>();
    pipeline.run(CALL, reply, work(CompletableFuture.completedFuture("done")));
    assertThat(works).isZero();

    permission.complete(null);

    assertThat(reply.results).containsExactly("done");
  }

  @Test
  void answersWithALateRefusal() {
    EventNotFoundException refusal = new EventNotFoundException("ann", new UUID(1, 2));
    permission = new CompletableFuture<>();
    pipeline.run(CALL, reply, work(new CompletableFuture<>()));

    permission.completeExceptionally(refusal);

    assertThat(reply.failures).containsExactly(refusal);
    assertThat(works).isZero();
  }

  @Test
  void doesNoWorkIfCancelledBeforePermission() {
    permission = new CompletableFuture<>();
    pipeline.run(CALL, reply, work(new CompletableFuture<>()));

    reply.cancel();
    permission.complete(null);

    assertThat(works).isZero();
  }
}

package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.batching.Operation;
import calendar.error.EventNotFoundException;
import calendar.error.OverloadedException;
import calendar.error.StorageUnavailableException;
import java.net.InetSocketAddress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CallPipelineTest {
  private static final Call CALL =
      new Call(
          CalendarMethod.GET_EVENT, new Caller(new InetSocketAddress("10.0.0.1", 5555)), "ann");

  private final Set<Operation> full = EnumSet.noneOf(Operation.class);
  private final List<Call> checked = new ArrayList<>();
  private final Queue<Runnable> queued = new ArrayDeque<>();
  private final RecordingReply<String> reply = new RecordingReply<>();
  private CompletableFuture<Void> permission = Authorization.PERMITTED;
  private Runnable whileStorageIsChecked = () -> {};
  private boolean available = true;
  private boolean threadsAreBusy;
  private int answers;
  private int works;
  private final CallPipeline pipeline = pipeline();

  private CallPipeline pipeline() {
    StorageState storage =
        new StorageState() {
          @Override
          public boolean isAvailable() {
            boolean found = available;
            whileStorageIsChecked.run();
            return found;
          }

          @Override
          public void recordAnswer() {
            answers++;
          }
        };
    return new CallPipeline(
        new Admission(work -> !full.contains(work), storage),
        call -> {
          checked.add(call);
          return permission;
        },
        storage,
        this::enqueue);
  }

  private void enqueue(Runnable task) {
    if (threadsAreBusy) {
      throw new RejectedExecutionException();
    }
    queued.add(task);
  }

  private Supplier<CompletableFuture<String>> work(CompletableFuture<String> result) {
    return () -> {
      works++;
      return result;
    };
  }

  private Supplier<String> blockingWork() {
    return () -> {
      works++;
      return "done";
    };
  }

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
  void doesNoWorkWhileStorageIsUnavailable() {
    available = false;

    pipeline.run(CALL, reply, work(new CompletableFuture<>()));
    pipeline.runBlocking(CALL, reply, blockingWork());

    assertThat(reply.failures)
        .hasSize(2)
        .allSatisfy(failure -> assertThat(failure).isInstanceOf(StorageUnavailableException.class));
    assertThat(works).isZero();
    assertThat(checked).isEmpty();
  }

  @Test
  void failsPendingCallsDespiteABrokenOne() {
    List<RecordingReply<String>> replies = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      pipeline.run(CALL, new BrokenReply(), work(new CompletableFuture<>()));
      replies.add(new RecordingReply<>());
      pipeline.run(CALL, replies.get(i), work(new CompletableFuture<>()));
    }

    pipeline.failPendingCalls();

    assertThat(replies)
        .allSatisfy(
            failed ->
                assertThat(failed.failures)
                    .singleElement()
                    .isInstanceOf(StorageUnavailableException.class));
  }

  /** The storage fails just after the call has found it available. */
  @Test
  void failsCallsBegunDuringOutage() {
    whileStorageIsChecked = () -> pipeline.failPendingCalls();
    CompletableFuture<String> result = new CompletableFuture<>();

    pipeline.run(CALL, reply, work(result));

    assertThat(reply.failures).singleElement().isInstanceOf(StorageUnavailableException.class);
    assertThat(works).isZero();
  }

  @Test
  void cancelsWorkThatStartsDuringTheOutage() {
    CompletableFuture<String> result = new CompletableFuture<>();

    pipeline.run(
        CALL,
        reply,
        () -> {
          pipeline.failPendingCalls();
          return result;
        });

    assertThat(result).isCancelled();
    assertThat(reply.failures).hasSize(1);
  }

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

  @Test
  void admitsOnlyKindsWithCapacity() {
    full.addAll(Set.of(Operation.CREATE, Operation.LIST));

    assertThat(CalendarMethod.values())
        .filteredOn(pipeline::admits)
        .containsExactly(
            CalendarMethod.GET_EVENT,
            CalendarMethod.UPDATE_EVENT,
            CalendarMethod.DELETE_EVENT,
            CalendarMethod.FIND_EVENTS);
  }

  @Test
  void admitsEverythingWhileStorageIsUnavailable() {
    full.addAll(EnumSet.allOf(Operation.class));
    available = false;

    assertThat(CalendarMethod.values()).allMatch(pipeline::admits);
  }

  private static final class BrokenReply extends RecordingReply<String> {
    @Override
    public void fail(Throwable failure) {
      throw new IllegalStateException("cannot write");
    }
  }
}

package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.batching.Operation;
import calendar.error.StorageUnavailableException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Calls before and during an outage of the storage. */
class StorageOutageTest extends OnCallPipeline {
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

package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.LogCapture;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class PendingCallTest {
  private final RecordingReply<String> reply = new RecordingReply<>();
  private final Set<PendingCall<?>> pending = new HashSet<>();
  private final CompletableFuture<String> work = new CompletableFuture<>();
  private final PendingCall<String> call = new PendingCall<>(reply, pending);

  @Test
  void answersOnce() {
    call.dependsOn(work);
    call.succeed("one");
    call.succeed("two");
    call.fail(new IllegalStateException());
    reply.cancel();

    assertThat(reply.results).containsExactly("one");
    assertThat(reply.failures).isEmpty();
    assertThat(work).isNotCancelled();
    assertThat(pending).isEmpty();
  }

  @Test
  void answersNothingAfterCancellation() {
    call.dependsOn(work);
    reply.cancel();
    call.succeed("late");
    call.fail(new IllegalStateException());

    assertThat(call.isOver()).isTrue();
    assertThat(reply.results).isEmpty();
    assertThat(reply.failures).isEmpty();
    assertThat(work).isCancelled();
    assertThat(pending).isEmpty();
  }

  @Test
  void cancelsWorkThatStartsAfterItsEnd() {
    call.fail(new IllegalStateException());

    call.dependsOn(work);

    assertThat(work).isCancelled();
  }

  @Test
  void cancelsWorkOfAFailedCall() {
    call.dependsOn(work);

    call.fail(new IllegalStateException());

    assertThat(work).isCancelled();
    assertThat(reply.failures).hasSize(1);
  }

  @Test
  void isOverOnceItsClientCancelled() {
    reply.cancelled = true;

    assertThat(call.isOver()).isTrue();
  }

  @Test
  void releasesItsWorkOnceAnswered() {
    WeakReference<byte[]> result = answered();

    await()
        .until(
            () -> {
              System.gc();
              return result.get() == null;
            });
    // gRPC keeps the call in its cancel handler until the client has read the answer.
    assertThat(call.isOver()).isTrue();
  }

  private WeakReference<byte[]> answered() {
    byte[] large = new byte[1_000];
    call.dependsOn(CompletableFuture.completedFuture(large));
    call.succeed("large");
    return new WeakReference<>(large);
  }

  @Test
  void failsCallWithBrokenReply() {
    IllegalStateException bug = new IllegalStateException("cannot write");
    RecordingReply<String> broken =
        new RecordingReply<>() {
          @Override
          public void succeed(String result) {
            throw bug;
          }
        };

    new PendingCall<>(broken, pending).succeed("one");

    assertThat(broken.failures).containsExactly(bug);
  }

  @Test
  void logsAFailureThatCannotBeWritten() {
    IllegalStateException bug = new IllegalStateException("cannot write either");
    RecordingReply<String> broken =
        new RecordingReply<>() {
          @Override
          public void fail(Throwable failure) {
            throw bug;
          }
        };
    LogCapture log = LogCapture.of(PendingCall.class);
    try {
      new PendingCall<>(broken, pending).fail(new IllegalArgumentException());
    } finally {
      log.close();
    }

    assertThat(log.entries()).extracting(LogRecord::getThrown).containsExactly(bug);
  }
}

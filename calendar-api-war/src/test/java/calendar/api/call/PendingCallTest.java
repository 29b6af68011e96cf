package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import calendar.api.grpc.OnGrpcServer;
import java.lang.ref.WeakReference;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class PendingCallTest {
  private final RecordingReply<String> observer = new RecordingReply<>();
  private final Set<PendingCall<?>> waiting = new HashSet<>();
  private final AtomicInteger givenUp = new AtomicInteger();
  private final PendingCall<String> call =
      new PendingCall<>(observer, waiting, givenUp::incrementAndGet);

  @Test
  void theFirstAnswerIsTheOnlyOne() {
    call.answer("one");
    call.answer("two");
    call.refuse(new IllegalStateException());
    observer.onCancel.run();

    assertThat(observer.answers).containsExactly("one");
    assertThat(observer.completed).isTrue();
    assertThat(observer.refusals).isEmpty();
    assertThat(givenUp).hasValue(0);
    assertThat(waiting).isEmpty();
  }

  @Test
  void nobodyIsAnsweredWhoHasGone() {
    observer.onCancel.run();
    call.answer("late");
    call.refuse(new IllegalStateException());

    assertThat(call.isOver()).isTrue();
    assertThat(observer.answers).isEmpty();
    assertThat(observer.refusals).isEmpty();
    assertThat(givenUp).hasValue(1);
    assertThat(waiting).isEmpty();
  }

  @Test
  void onceAnsweredItHoldsNothingOfItsAnswer() {
    RecordingReply<String> unread = new RecordingReply<>();
    WeakReference<byte[]> held = answered(unread);

    await()
        .until(
            () -> {
              System.gc();
              return held.get() == null;
            });
    // As gRPC does until the answer has been read.
    assertThat(unread.onCancel).isNotNull();
  }

  private WeakReference<byte[]> answered(RecordingReply<String> unread) {
    byte[] large = new byte[1_000];
    new PendingCall<>(unread, waiting, () -> large[0] = 1).answer("large");
    return new WeakReference<>(large);
  }

  @Test
  void whatItsObserverThrowsIsToldToTheObserver() {
    IllegalStateException bug = new IllegalStateException("no end");
    RecordingReply<String> broken =
        new RecordingReply<>() {
          @Override
          public void onCompleted() {
            throw bug;
          }
        };

    new PendingCall<>(broken, waiting, () -> {}).answer("one");

    assertThat(broken.refusals).containsExactly(bug);
  }

  @Test
  void whatCannotBeToldIsLogged() {
    IllegalStateException bug = new IllegalStateException("no end at all");
    RecordingReply<String> broken =
        new RecordingReply<>() {
          @Override
          public void onError(Throwable refusal) {
            throw bug;
          }
        };
    Queue<LogRecord> entries = new ConcurrentLinkedQueue<>();
    Handler noting = OnGrpcServer.noting(entries);
    Logger log = Logger.getLogger(PendingCall.class.getName());
    log.addHandler(noting);
    try {
      new PendingCall<>(broken, waiting, () -> {}).refuse(new IllegalArgumentException());
    } finally {
      log.removeHandler(noting);
    }

    assertThat(entries).extracting(LogRecord::getThrown).containsExactly(bug);
  }
}

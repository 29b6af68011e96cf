package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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

class WaitingCallTest {
  private final NotedObserver<String> observer = new NotedObserver<>();
  private final Set<WaitingCall<?>> waiting = new HashSet<>();
  private final AtomicInteger givenUp = new AtomicInteger();
  private final WaitingCall<String> call =
      new WaitingCall<>(observer, waiting, givenUp::incrementAndGet);

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
    NotedObserver<String> unread = new NotedObserver<>();
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

  private WeakReference<byte[]> answered(NotedObserver<String> unread) {
    byte[] large = new byte[1_000];
    new WaitingCall<>(unread, waiting, () -> large[0] = 1).answer("large");
    return new WeakReference<>(large);
  }

  @Test
  void whatItsObserverThrowsIsToldToTheObserver() {
    IllegalStateException bug = new IllegalStateException("no end");
    NotedObserver<String> broken =
        new NotedObserver<>() {
          @Override
          public void onCompleted() {
            throw bug;
          }
        };

    new WaitingCall<>(broken, waiting, () -> {}).answer("one");

    assertThat(broken.refusals).containsExactly(bug);
  }

  @Test
  void whatCannotBeToldIsLogged() {
    IllegalStateException bug = new IllegalStateException("no end at all");
    NotedObserver<String> broken =
        new NotedObserver<>() {
          @Override
          public void onError(Throwable refusal) {
            throw bug;
          }
        };
    Queue<LogRecord> entries = new ConcurrentLinkedQueue<>();
    Handler noting = OnGrpcServer.noting(entries);
    Logger log = Logger.getLogger(WaitingCall.class.getName());
    log.addHandler(noting);
    try {
      new WaitingCall<>(broken, waiting, () -> {}).refuse(new IllegalArgumentException());
    } finally {
      log.removeHandler(noting);
    }

    assertThat(entries).extracting(LogRecord::getThrown).containsExactly(bug);
  }
}

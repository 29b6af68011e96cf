package calendar.api.grpc;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A call that waits for its answer. It gets one at most, the first that comes, and none once nobody
 * waits for it any more. Safe for use by any number of threads.
 *
 * @param <T> the answer
 */
final class WaitingCall<T> {
  private final StreamObserver<T> observer;
  private final Set<WaitingCall<?>> waiting;
  private final Runnable giveUp;
  private final AtomicBoolean over = new AtomicBoolean();

  /**
   * To be made on the thread that brought the call, before its method returns.
   *
   * @param waiting is in there for as long as it waits
   * @param giveUp what works for it need not any more
   */
  WaitingCall(StreamObserver<T> observer, Set<WaitingCall<?>> waiting, Runnable giveUp) {
    this.observer = observer;
    this.waiting = waiting;
    this.giveUp = giveUp;
    waiting.add(this);
    ((ServerCallStreamObserver<T>) observer).setOnCancelHandler(this::abandon);
  }

  boolean isOver() {
    return over.get();
  }

  void answer(T answer) {
    if (end()) {
      observer.onNext(answer);
      observer.onCompleted();
    }
  }

  void refuse(Throwable refusal) {
    if (end()) {
      giveUp.run();
      observer.onError(refusal);
    }
  }

  private void abandon() {
    if (end()) {
      giveUp.run();
    }
  }

  private boolean end() {
    waiting.remove(this);
    return over.compareAndSet(false, true);
  }
}

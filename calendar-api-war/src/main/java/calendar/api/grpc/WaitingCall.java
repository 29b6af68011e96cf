package calendar.api.grpc;

import static java.util.logging.Level.SEVERE;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * A call that waits for its answer. It gets one at most, the first that comes, and none once nobody
 * waits for it any more. What its observer throws is told to the observer, or else to the log, and
 * to nobody else. Safe for use by any number of threads.
 *
 * @param <T> the answer
 */
final class WaitingCall<T> {
  private static final Logger LOG = Logger.getLogger(WaitingCall.class.getName());

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
      tell(
          () -> {
            observer.onNext(answer);
            observer.onCompleted();
          });
    }
  }

  void refuse(Throwable refusal) {
    if (end()) {
      giveUp.run();
      tell(() -> observer.onError(refusal));
    }
  }

  private void abandon() {
    if (end()) {
      giveUp.run();
    }
  }

  private void tell(Runnable outcome) {
    try {
      outcome.run();
    } catch (RuntimeException | Error bug) {
      tellOf(bug);
    }
  }

  private void tellOf(Throwable bug) {
    try {
      observer.onError(bug);
    } catch (RuntimeException | Error again) {
      LOG.log(SEVERE, "a call could not be ended: its caller may wait in vain", bug);
    }
  }

  private boolean end() {
    waiting.remove(this);
    return over.compareAndSet(false, true);
  }
}

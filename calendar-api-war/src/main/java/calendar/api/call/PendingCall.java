package calendar.api.call;

import static java.util.logging.Level.SEVERE;

import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;

/**
 * A call that waits for its answer. It gets one at most, the first that comes, and none once nobody
 * waits for it any more. What its observer throws is told to the observer, or else to the log, and
 * to nobody else. Safe for use by any number of threads.
 *
 * @param <T> the answer
 */
public final class PendingCall<T> {
  private static final Logger LOG = Logger.getLogger(PendingCall.class.getName());

  private final StreamObserver<T> observer;
  private final Set<PendingCall<?>> waiting;

  /**
   * Who ends the call takes it. It holds all that the answer is made of, and gRPC keeps this call
   * until the client has read the answer, which may be never.
   */
  private final AtomicReference<Runnable> giveUp;

  /**
   * To be made on the thread that brought the call, before its method returns: gRPC takes no
   * handler later, and what the client has cancelled would be worked on for nobody.
   *
   * @param waiting is in there for as long as it waits
   * @param giveUp stops the work on its answer; runs if the call ends without that answer
   */
  public PendingCall(StreamObserver<T> observer, Set<PendingCall<?>> waiting, Runnable giveUp) {
    this.observer = observer;
    this.waiting = waiting;
    this.giveUp = new AtomicReference<>(giveUp);
    waiting.add(this);
    ((ServerCallStreamObserver<T>) observer).setOnCancelHandler(this::abandon);
  }

  public boolean isOver() {
    return giveUp.get() == null;
  }

  public void answer(T answer) {
    if (end().isPresent()) {
      tell(
          () -> {
            observer.onNext(answer);
            observer.onCompleted();
          });
    }
  }

  public void refuse(Throwable refusal) {
    end()
        .ifPresent(
            unneeded ->
                tell(
                    () -> {
                      unneeded.run();
                      observer.onError(refusal);
                    }));
  }

  private void abandon() {
    end().ifPresent(Runnable::run);
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

  /** What is to be given up; nothing if the call was over. */
  private Optional<Runnable> end() {
    waiting.remove(this);
    return Optional.ofNullable(giveUp.getAndSet(null));
  }
}

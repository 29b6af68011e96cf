package calendar.api.grpc;

import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCall.SimpleForwardingServerCall;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Tells observers of the end of each call, once: when it was answered, or when it was cancelled
 * because the client went away or the deadline passed. The time counts from the call's arrival.
 */
public final class CallEndInterceptor implements ServerInterceptor {
  private final List<Observer> observers;

  CallEndInterceptor(Observer... observers) {
    this.observers = List.of(observers);
  }

  /** Called on the thread that ends the call, so it must not block. */
  @FunctionalInterface
  public interface Observer {
    void ended(ServerCall<?, ?> call, Status status, Duration duration);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Once once = new Once(call);
    ServerCall<Q, A> closing =
        new SimpleForwardingServerCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            once.end(status);
            super.close(status, trailers);
          }
        };
    return new SimpleForwardingServerCallListener<>(next.startCall(closing, headers)) {
      @Override
      public void onCancel() {
        Deadline deadline = Context.current().getDeadline();
        boolean late = deadline != null && deadline.isExpired();
        once.end(late ? Status.DEADLINE_EXCEEDED : Status.CANCELLED);
        super.onCancel();
      }
    };
  }

  private final class Once {
    private final ServerCall<?, ?> call;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Once(ServerCall<?, ?> call) {
      this.call = call;
    }

    private void end(Status status) {
      if (ended.compareAndSet(false, true)) {
        Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
        observers.forEach(observer -> observer.ended(call, status, duration));
      }
    }
  }
}

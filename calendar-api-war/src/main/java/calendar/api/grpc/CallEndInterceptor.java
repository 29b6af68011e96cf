package calendar.api.grpc;

import calendar.api.call.Caller;
import calendar.api.call.report.CallObserver;
import calendar.api.call.report.EndedCall;
import calendar.v1.CalendarServiceGrpc;
import io.grpc.Context;
import io.grpc.Deadline;
import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Grpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reports the end of each call to observers, once: when it is answered, or when it is cancelled
 * because the client went away or the deadline passed. The duration starts when the call arrives.
 */
final class CallEndInterceptor implements ServerInterceptor {
  private final List<CallObserver> observers;

  CallEndInterceptor(CallObserver... observers) {
    this.observers = List.of(observers);
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Once once = new Once(call);
    ServerCall<Q, A> closing =
        new IdentifiedCall<>(call) {
          @Override
          public void close(Status status, Metadata trailers) {
            once.end(status);
            super.close(status, trailers);
          }

          @Override
          void identifiedAs(Caller caller) {
            once.caller = caller;
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

  private static EndedCall.Kind kind(MethodDescriptor<?, ?> method) {
    if (CalendarServiceGrpc.SERVICE_NAME.equals(method.getServiceName())) {
      return EndedCall.Kind.CALENDAR;
    }
    return method.getType().serverSendsOneMessage()
        ? EndedCall.Kind.SERVICE
        : EndedCall.Kind.STREAM;
  }

  private final class Once {
    private final ServerCall<?, ?> call;
    private final long startNanos = System.nanoTime();
    private final AtomicBoolean ended = new AtomicBoolean();
    private volatile Caller caller;

    private Once(ServerCall<?, ?> call) {
      this.call = call;
    }

    private void end(Status status) {
      if (ended.compareAndSet(false, true)) {
        EndedCall end = describe(status);
        observers.forEach(observer -> observer.ended(end));
      }
    }

    private EndedCall describe(Status status) {
      Duration duration = Duration.ofNanos(System.nanoTime() - startNanos);
      return new EndedCall(
          kind(call.getMethodDescriptor()),
          call.getMethodDescriptor().getBareMethodName(),
          call.getAttributes().get(Grpc.TRANSPORT_ATTR_REMOTE_ADDR),
          caller == null ? "" : caller.subject(),
          status.getCode().name(),
          status.getDescription() == null ? "" : status.getDescription(),
          status.getCode() == Status.Code.RESOURCE_EXHAUSTED,
          duration);
    }
  }
}

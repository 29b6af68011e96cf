package calendar.api.grpc;

import calendar.api.call.CallReply;
import io.grpc.Context;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.StreamObserver;
import java.util.function.Function;

/**
 * Writes the answer of a gRPC call. Create it on the thread that brought the call.
 *
 * @param <R> the result
 * @param <T> the response
 */
final class GrpcReply<R, T> implements CallReply<R> {
  private final ServerCallStreamObserver<T> observer;
  private final Function<R, T> response;
  private final Context context = Context.current();

  GrpcReply(StreamObserver<T> observer, Function<R, T> response) {
    this.observer = (ServerCallStreamObserver<T>) observer;
    this.response = response;
  }

  @Override
  public void succeed(R result) {
    observer.onNext(response.apply(result));
    observer.onCompleted();
  }

  /** {@link ErrorInterceptor} makes the status. */
  @Override
  public void fail(Throwable failure) {
    observer.onError(failure);
  }

  @Override
  public void onCancel(Runnable handler) {
    observer.setOnCancelHandler(handler);
  }

  @Override
  public boolean isCancelled() {
    return context.isCancelled();
  }
}

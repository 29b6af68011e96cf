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
  private final Function<R, String> newId;
  private final Context context = Context.current();

  /** The reply to a call that creates nothing. */
  GrpcReply(StreamObserver<T> observer, Function<R, T> response) {
    this(observer, response, result -> "");
  }

  /**
   * @param newId of what the call created
   */
  GrpcReply(StreamObserver<T> observer, Function<R, T> response, Function<R, String> newId) {
    this.observer = (ServerCallStreamObserver<T>) observer;
    this.response = response;
    this.newId = newId;
  }

  @Override
  public String newId(R result) {
    return newId.apply(result);
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

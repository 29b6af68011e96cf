package calendar.api.call;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.ArrayList;
import java.util.List;

/** An observer without a call: notes what it is told, and how the call would be cancelled. */
public class RecordingReply<T> extends ServerCallStreamObserver<T> {
  final List<T> answers = new ArrayList<>();
  final List<Throwable> refusals = new ArrayList<>();
  Runnable onCancel;
  boolean completed;

  @Override
  public void onNext(T answer) {
    answers.add(answer);
  }

  @Override
  public void onError(Throwable refusal) {
    refusals.add(refusal);
  }

  @Override
  public void onCompleted() {
    completed = true;
  }

  @Override
  public void setOnCancelHandler(Runnable handler) {
    onCancel = handler;
  }

  @Override
  public boolean isCancelled() {
    return false;
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setOnReadyHandler(Runnable handler) {}

  @Override
  public void setCompression(String compression) {}

  @Override
  public void setMessageCompression(boolean enable) {}

  @Override
  public void disableAutoInboundFlowControl() {}

  @Override
  public void request(int count) {}
}

package calendar.api.call;

import java.util.ArrayList;
import java.util.List;

/** Records the answer of a call, and lets a test cancel it. */
class RecordingReply<R> implements CallReply<R> {
  final List<R> results = new ArrayList<>();
  final List<Throwable> failures = new ArrayList<>();
  boolean cancelled;
  private Runnable onCancel;

  @Override
  public void succeed(R result) {
    results.add(result);
  }

  @Override
  public void fail(Throwable failure) {
    failures.add(failure);
  }

  @Override
  public void onCancel(Runnable handler) {
    onCancel = handler;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  void cancel() {
    cancelled = true;
    onCancel.run();
  }
}

package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.batching.CancellableResult;
import calendar.error.StorageUnavailableException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestExecutorTest {
  private static final int CALLS = 10;

  private final RequestExecutor executor = new RequestExecutor(Runnable::run, new Answering());

  @Test
  void allThatWaitAreToldThatTheStorageIsGoneWhateverTheFirstOnesDo() {
    List<NotedObserver<String>> told = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      wait(new BrokenObserver());
      told.add(new NotedObserver<>());
      wait(told.get(i));
    }

    executor.refusePending();

    assertThat(told)
        .allSatisfy(
            observer ->
                assertThat(observer.refusals)
                    .singleElement()
                    .isInstanceOf(StorageUnavailableException.class));
  }

  /** Those that waited were told just before it came among them. */
  @Test
  void aCallThatComesWhileTheStorageGoesIsToldSoToo() {
    RequestExecutor meanwhile = new RequestExecutor(Runnable::run, new Going());
    NotedObserver<String> observer = new NotedObserver<>();
    CancellableResult<String> work = new CancellableResult<>();

    meanwhile.answerLater(observer, () -> work, answer -> answer);

    assertThat(observer.refusals).singleElement().isInstanceOf(StorageUnavailableException.class);
    assertThat(work).as("what nobody waits for").isCancelled();
  }

  /** A storage that is there at the first look only. */
  private static final class Going implements RequestExecutor.StorageState {
    private int looks;

    @Override
    public boolean answers() {
      looks++;
      return looks == 1;
    }

    @Override
    public void sawAnswer() {
      // Nobody looks.
    }
  }

  private void wait(NotedObserver<String> observer) {
    executor.answerLater(observer, CancellableResult<String>::new, answer -> answer);
  }

  private static final class BrokenObserver extends NotedObserver<String> {
    @Override
    public void onError(Throwable refusal) {
      throw new IllegalStateException("cannot be told");
    }
  }
}

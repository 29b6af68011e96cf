package calendar.api.call;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.StorageUnavailableException;
import calendar.event.Answer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallPipelineTest {
  private static final int CALLS = 10;

  private final CallPipeline executor = new CallPipeline(Runnable::run, new AvailableStorage());

  @Test
  void allThatWaitAreToldThatTheStorageIsGoneWhateverTheFirstOnesDo() {
    List<RecordingReply<String>> told = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      wait(new BrokenObserver());
      told.add(new RecordingReply<>());
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
    CallPipeline meanwhile = new CallPipeline(Runnable::run, new Going());
    RecordingReply<String> observer = new RecordingReply<>();
    Answer<String> work = new Answer<>();

    meanwhile.answerLater(observer, () -> work, answer -> answer);

    assertThat(observer.refusals).singleElement().isInstanceOf(StorageUnavailableException.class);
    assertThat(work).as("what nobody waits for").isCancelled();
  }

  /** A storage that is there at the first look only. */
  private static final class Going implements CallPipeline.StorageState {
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

  private void wait(RecordingReply<String> observer) {
    executor.answerLater(observer, Answer<String>::new, answer -> answer);
  }

  private static final class BrokenObserver extends RecordingReply<String> {
    @Override
    public void onError(Throwable refusal) {
      throw new IllegalStateException("cannot be told");
    }
  }
}

package calendar.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.memory.MemoryEventStorage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageMonitorTest {
  private final StorageMonitor watch = new StorageMonitor(new MemoryEventStorage());

  @Test
  void aListenerThatFailsKeepsNeitherTheOthersNorTheWatchFromTheirWork() {
    List<Boolean> told = new ArrayList<>();
    watch.whenChanged(
        answers -> {
          if (answers) {
            throw new IllegalStateException("cannot be told");
          }
        });
    watch.whenChanged(told::add);

    watch.ask();

    assertThat(watch.answers()).isTrue();
    assertThat(told).containsExactly(false, true);
  }
}

package calendar.api.health;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.memory.MemoryEventStorage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StorageMonitorTest {
  private final StorageMonitor monitor = new StorageMonitor(new MemoryEventStorage());

  @Test
  void informsAllListenersDespiteABrokenOne() {
    List<Boolean> reported = new ArrayList<>();
    monitor.addListener(
        available -> {
          if (available) {
            throw new IllegalStateException("broken listener");
          }
        });
    monitor.addListener(reported::add);

    monitor.check();

    assertThat(monitor.isAvailable()).isTrue();
    assertThat(reported).containsExactly(false, true);
  }
}

package calendar.bench.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProcessorTimeTest {
  private static final String CHILDREN_THAT_END =
      "while :; do (i=0; while [ $i -lt 5000 ]; do i=$((i+1)); done); done";

  @Test
  void losesNoTimeOfEndingChildren() throws IOException {
    Process parent = new ProcessBuilder("sh", "-c", CHILDREN_THAT_END).start();
    try {
      Duration last = Duration.ZERO;
      for (int look = 0; look < 100; look++) {
        Duration now = ProcessorTime.withChildren(parent.toHandle());
        assertThat(now).isGreaterThanOrEqualTo(last);
        last = now;
      }
      assertThat(last).isPositive();
    } finally {
      parent.destroyForcibly();
    }
  }
}

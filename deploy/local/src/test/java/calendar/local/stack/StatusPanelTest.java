package calendar.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatusPanelTest {
  @Test
  void saysThatMemoryIsLost() {
    assertThat(endOn(Map.of("CALENDAR_STORAGE", "memory"))).isEqualTo("all events are lost then");
  }

  @Test
  void saysThatNamedDatabaseStays() {
    assertThat(endOn(Map.of("CALENDAR_DATABASE_HOST", "db.example")))
        .isEqualTo("all events stay in your database");
  }

  private static String endOn(Map<String, String> environment) {
    try (LocalStack stack = new LocalStack(StackOptions.temporary().withEnvironment(environment))) {
      return new StatusPanel(stack, Path.of("data")).end();
    }
  }
}

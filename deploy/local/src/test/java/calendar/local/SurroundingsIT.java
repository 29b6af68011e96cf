package calendar.local;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsIT {
  private final Resources resources = new Resources();

  @Test
  void takesTheBrokerThatIsNamed() {
    Surroundings surroundings =
        surroundings(
            Map.of(
                Key.RABBITMQ_HOST.environmentVariable(), "rabbit.example.org",
                Key.RABBITMQ_USER.environmentVariable(), "calendar"));

    surroundings.provideBroker();

    assertThat(surroundings.ownBroker()).isEmpty();
    assertThat(surroundings.broker())
        .isEqualTo(new BrokerAccess("rabbit.example.org", 5672, "calendar", "guest", "/"));
  }

  @Test
  void pointsServicesAtItsOwnBrokerWhateverLoginIsSet(@TempDir Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "secret");
    Surroundings surroundings =
        surroundings(
            Map.of(
                Key.RABBITMQ_USER.environmentVariable(),
                "calendar",
                "CALENDAR_RABBITMQ_PASSWORD_FILE",
                password.toString()));
    try {
      surroundings.provideBroker();

      OwnBroker broker = surroundings.ownBroker().orElseThrow();
      assertThat(surroundings.environment())
          .containsAllEntriesOf(broker.access().environment())
          .doesNotContainKey("CALENDAR_RABBITMQ_PASSWORD_FILE");
    } finally {
      resources.close();
    }
  }

  private Surroundings surroundings(Map<String, String> environment) {
    StackOptions options =
        StackOptions.temporary().withEnvironment(environment).withBroker(BrokerKind.QPID);
    Settings settings = Settings.load(Program.API, Optional.empty(), environment);
    return new Surroundings(options, settings, resources);
  }
}

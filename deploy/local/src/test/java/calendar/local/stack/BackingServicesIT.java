package calendar.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.config.Key;
import calendar.local.broker.BrokerAccess;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.local.process.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackingServicesIT {
  private final Resources resources = new Resources();

  @Test
  void takesTheBrokerThatIsNamed() {
    BackingServices backingServices =
        backingServices(
            Map.of(
                Key.RABBITMQ_HOST.environmentVariable(), "rabbit.example.org",
                Key.RABBITMQ_USER.environmentVariable(), "calendar"));

    backingServices.provideBroker();

    assertThat(backingServices.ownBroker()).isEmpty();
    assertThat(BrokerAccess.of(backingServices.settings()))
        .isEqualTo(new BrokerAccess("rabbit.example.org", 5672, "calendar", "guest", "/"));
  }

  @Test
  void pointsServicesAtItsOwnBrokerWhateverLoginIsSet(@TempDir Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "secret");
    BackingServices backingServices =
        backingServices(
            Map.of(
                Key.RABBITMQ_USER.environmentVariable(),
                "calendar",
                "CALENDAR_RABBITMQ_PASSWORD_FILE",
                password.toString()));
    try {
      backingServices.provideBroker();

      OwnBroker broker = backingServices.ownBroker().orElseThrow();
      assertThat(backingServices.environment())
          .containsAllEntriesOf(broker.access().environment())
          .doesNotContainKey("CALENDAR_RABBITMQ_PASSWORD_FILE");
    } finally {
      resources.close();
    }
  }

  private BackingServices backingServices(Map<String, String> environment) {
    StackOptions options =
        StackOptions.temporary().withEnvironment(environment).withBroker(BrokerKind.QPID);
    return new BackingServices(options, resources);
  }
}

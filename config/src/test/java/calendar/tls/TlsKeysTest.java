package calendar.tls;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.config.Key;
import calendar.config.Program;
import calendar.config.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TlsKeysTest {
  @Test
  void acceptsDefaults() {
    assertThat(problem(Map.of())).isEmpty();
  }

  @Test
  void acceptsBothKeys() {
    assertThat(
            problem(
                Map.of("CALENDAR_DATABASE_TLS", "verify-full", "CALENDAR_DATABASE_CA", "ca.pem")))
        .isEmpty();
  }

  @Test
  void namesMissingFile() {
    assertThat(problem(Map.of("CALENDAR_DATABASE_TLS", "verify-full")))
        .contains(
            "database.ca: expected a file, because database.tls is verify-full, found nothing");
    assertThat(problem(Map.of("CALENDAR_METRICS_ACCESS", "token")))
        .contains(
            "metrics.token_file: expected a file, because metrics.access is token, found nothing");
  }

  @Test
  void namesFileThatIsNotUsed() {
    assertThat(problem(Map.of("CALENDAR_RABBITMQ_CA", "ca.pem")))
        .contains("rabbitmq.tls: expected true, because rabbitmq.ca is set, found \"false\"");
  }

  @Test
  void ignoresKeysOfOtherPrograms() {
    Settings settings = settings(Map.of("CALENDAR_RABBITMQ_CA", "ca.pem"));

    assertThat(TlsKeys.problem(List.of(Key.DATABASE_TLS), settings::text)).isEmpty();
  }

  private static Optional<String> problem(Map<String, String> environment) {
    return TlsKeys.problem(List.of(Key.values()), settings(environment)::text);
  }

  private static Settings settings(Map<String, String> environment) {
    return Settings.load(Program.SENDER, Optional.empty(), environment);
  }
}

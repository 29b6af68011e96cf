package calendar.http.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which checks stand in front of which application. */
class GuardInitializerTest {
  @Test
  void checksBrowsersUnlessTokensAreAsked() {
    assertThat(checks("", Map.of("hosts", ""))).containsExactly(BrowserCheck.class);
    assertThat(checks("/health", Map.of())).containsExactly(BrowserCheck.class);
    assertThat(checks("", Map.of("hosts", "", "authMode", "${calendar.auth.mode}")))
        .containsExactly(BrowserCheck.class);
    assertThat(checks("", Map.of("hosts", "", "authMode", "jwt"))).isEmpty();
    assertThat(checks("", Map.of("hosts", "*"))).isEmpty();
  }

  @Test
  void asksForTokenOfMetricsOnly() {
    Map<String, String> token =
        Map.of("hosts", "*", "metricsAccess", "token", "metricsTokenFile", "/run/token");

    assertThat(checks("/metrics", token)).containsExactly(TokenCheck.class);
    assertThat(checks("/health", token)).isEmpty();
    assertThat(checks("/metrics", Map.of("hosts", "*", "metricsAccess", "open"))).isEmpty();
  }

  private static List<Class<?>> checks(String contextPath, Map<String, String> properties) {
    return GuardInitializer.checks(contextPath, properties).stream()
        .<Class<?>>map(Object::getClass)
        .toList();
  }
}

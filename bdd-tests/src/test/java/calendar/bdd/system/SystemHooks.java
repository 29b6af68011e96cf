package calendar.bdd.system;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CalendarServiceGrpc;
import io.cucumber.java.AfterAll;
import io.cucumber.java.BeforeAll;
import io.grpc.MethodDescriptor;
import java.util.List;

/** Starts a system before the first scenario and stops it after the last. */
public final class SystemHooks {
  /** Refusals that a caller can cause; all others need an outage or too much load. */
  private static final List<String> REASONS =
      List.of(
          "ACCESS_DENIED",
          "DATE_BUSY",
          "ETAG_MISMATCH",
          "EVENT_NOT_FOUND",
          "GRANT_NOT_FOUND",
          "ICAL_UID_EXISTS",
          "INVALID_ARGUMENT",
          "RATE_LIMITED",
          "SERIES_NOT_FOUND",
          "TOO_MANY_GRANTS",
          "UNAUTHENTICATED");

  private static boolean secure;
  private static RunningSystem running;

  private SystemHooks() {}

  public static RunningSystem system() {
    return running;
  }

  /** Says whether the next system has TLS and asks callers who they are. */
  public static void startSecureSystem(boolean secured) {
    secure = secured;
  }

  @BeforeAll
  public static void start() {
    running = secure ? RunningSystem.startSecure() : RunningSystem.start();
  }

  /** With TLS and tokens, features call every method, and cause every refusal. */
  @AfterAll
  public static void stop() {
    if (running != null) {
      running.close();
      if (secure) {
        assertThat(running.seen().methods())
            .containsAll(
                CalendarServiceGrpc.getServiceDescriptor().getMethods().stream()
                    .map(MethodDescriptor::getBareMethodName)
                    .toList());
        assertThat(running.seen().reasons()).containsExactlyInAnyOrderElementsOf(REASONS);
      }
      assertThat(running.printed().repeated()).as("reminders printed more than once").isEmpty();
    }
  }
}

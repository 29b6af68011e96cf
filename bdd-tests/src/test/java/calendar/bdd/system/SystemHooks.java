package calendar.bdd.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.AfterAll;
import io.cucumber.java.BeforeAll;

/** Starts the system before the first scenario and stops it after the last. */
public final class SystemHooks {
  private static RunningSystem running;

  private SystemHooks() {}

  public static RunningSystem system() {
    return running;
  }

  @BeforeAll
  public static void start() {
    running = RunningSystem.start();
  }

  @AfterAll
  public static void stop() {
    if (running != null) {
      running.close();
      assertThat(running.printed().repeated()).as("reminders printed more than once").isEmpty();
    }
  }
}

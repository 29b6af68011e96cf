package calendar.bdd.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.cucumber.java.AfterAll;
import io.cucumber.java.BeforeAll;
import java.util.function.Supplier;

/** Starts the system before the first scenario and stops it after the last. */
public final class SystemHooks {
  private static Supplier<RunningSystem> next = RunningSystem::start;
  private static RunningSystem running;

  private SystemHooks() {}

  public static RunningSystem system() {
    return running;
  }

  /** Has the next run start another system. Must be called by a hook with a lower order. */
  public static void use(Supplier<RunningSystem> system) {
    next = system;
  }

  @BeforeAll
  public static void start() {
    Supplier<RunningSystem> chosen = next;
    next = RunningSystem::start;
    running = null;
    running = chosen.get();
  }

  @AfterAll
  public static void stop() {
    if (running != null) {
      running.close();
      assertThat(running.printed().repeated()).as("reminders printed more than once").isEmpty();
    }
  }
}

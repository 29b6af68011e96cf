package calendar.event;

import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A race of threads for each test. */
public abstract class Racing {
  private final int runners;

  /** Ready to run while a test runs. */
  protected Race race;

  /**
   * @param runners how many threads race
   */
  protected Racing(int runners) {
    this.runners = runners;
  }

  /** Makes the threads that race. */
  protected ThreadFactory threads() {
    return Thread::new;
  }

  @BeforeEach
  void startRace() {
    race = new Race(runners, threads());
  }

  @AfterEach
  void closeRace() {
    race.close();
  }
}

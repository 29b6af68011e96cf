package calendar.bench;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds how often each comparison is made
 * @param warmUp before the first figure
 * @param turn of each of the two things that are compared
 * @param quick whether it is for trying out only
 */
public record Pace(int rounds, Duration warmUp, Duration turn, boolean quick) {

  public static Pace normal(int rounds) {
    return new Pace(rounds, Duration.ofSeconds(60), Duration.ofSeconds(12), false);
  }

  /** Too short for any figure to be quoted. */
  public static Pace trial() {
    return new Pace(1, Duration.ofSeconds(5), Duration.ofSeconds(3), true);
  }

  /** A part of the warm-up. */
  public Duration warmUp(double part) {
    return Duration.ofMillis((long) (warmUp.toMillis() * part));
  }
}

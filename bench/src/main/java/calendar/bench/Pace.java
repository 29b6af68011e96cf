package calendar.bench;

import static java.time.Duration.ofSeconds;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often each comparison is made
 * @param warmUp before the first figure
 * @param turn of each of the two things that are compared
 * @param overload how long too much is asked for
 * @param due how many reminders are due at one moment
 * @param lateness how long reminders come one by one
 * @param large whether growth is measured up to ten million events
 * @param quick whether it is for trying out only: too short for any figure to be quoted
 */
public record Pace(
    int rounds,
    Duration warmUp,
    Duration turn,
    Duration overload,
    int due,
    Duration lateness,
    boolean large,
    boolean quick) {

  static Pace normal(int rounds, boolean large) {
    return new Pace(
        rounds, ofSeconds(60), ofSeconds(10), ofSeconds(30), 100_000, ofSeconds(60), large, false);
  }

  static Pace trial(boolean large) {
    return new Pace(1, ofSeconds(3), ofSeconds(2), ofSeconds(3), 5_000, ofSeconds(5), large, true);
  }

  /** A part of the warm-up. */
  public Duration warmUp(double part) {
    return Duration.ofMillis((long) (warmUp.toMillis() * part));
  }

  /** A turn of what differs less from round to round. */
  public Duration shortTurn() {
    return ofSeconds(Math.max(1, turn.toSeconds() * 2 / 3));
  }
}

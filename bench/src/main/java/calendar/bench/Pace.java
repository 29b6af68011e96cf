package calendar.bench;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param rounds how often each comparison is made
 * @param warmUp before the first figure
 * @param turn of each of the two things that are compared
 * @param overload how long too much is asked for
 * @param due how many reminders are due at one moment
 * @param lateness how long reminders come one by one
 * @param quick whether it is for trying out only
 */
public record Pace(
    int rounds,
    Duration warmUp,
    Duration turn,
    Duration overload,
    int due,
    Duration lateness,
    boolean quick) {

  public static Pace normal(int rounds) {
    return new Pace(
        rounds,
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30),
        100_000,
        Duration.ofSeconds(60),
        false);
  }

  /** Too short for any figure to be quoted. */
  public static Pace trial() {
    return new Pace(
        1,
        Duration.ofSeconds(3),
        Duration.ofSeconds(2),
        Duration.ofSeconds(3),
        5_000,
        Duration.ofSeconds(5),
        true);
  }

  /** A part of the warm-up. */
  public Duration warmUp(double part) {
    return Duration.ofMillis((long) (warmUp.toMillis() * part));
  }

  /** A turn of what differs less from round to round. */
  public Duration shortTurn() {
    return Duration.ofSeconds(Math.max(1, turn.toSeconds() * 2 / 3));
  }
}

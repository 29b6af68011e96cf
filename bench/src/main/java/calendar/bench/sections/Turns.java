package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.figures.Comparison;
import calendar.bench.figures.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Measures two things in turns: one round of each, then the next of each. */
final class Turns {
  private Turns() {}

  /** A round of something. */
  @FunctionalInterface
  interface Round {
    /** Its rate per second. */
    double perSecond() throws Exception;
  }

  static Comparison take(Run run, String what, Round ours, Round theirs) throws Exception {
    List<Double> ourRounds = new ArrayList<>();
    List<Double> theirRounds = new ArrayList<>();
    for (int round = 0; round < run.pace().rounds(); round++) {
      ourRounds.add(ours.perSecond());
      theirRounds.add(theirs.perSecond());
      run.say(
          String.format(
              Locale.ROOT,
              "%s: %,.0f per second beside %,.0f",
              what,
              ourRounds.get(round),
              theirRounds.get(round)));
    }
    return new Comparison(ourRounds, theirRounds);
  }

  /** The same, and notes ratio and rates under the prefix. */
  static void takeBesidePgBench(Run run, String prefix, Round ours, Round pgbench)
      throws Exception {
    Comparison comparison = take(run, prefix, ours, pgbench);
    run.figures().headline(prefix + ".ratio_to_pgbench", comparison.ratio());
    run.figures().raw(prefix + ".per_second", Spread.of(comparison.ours()));
    run.figures().raw(prefix + ".pgbench_per_second", Spread.of(comparison.theirs()));
  }

  /** Rounds of one thing. */
  static Spread take(Run run, Round round) throws Exception {
    List<Double> rounds = new ArrayList<>();
    for (int i = 0; i < run.pace().rounds(); i++) {
      rounds.add(round.perSecond());
    }
    return Spread.of(rounds);
  }
}

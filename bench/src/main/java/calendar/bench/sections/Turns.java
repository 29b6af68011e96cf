package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.figures.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** Measures two things in turns: one round of each, then the next of each. */
final class Turns {
  private Turns() {}

  static Comparison take(Run run, String what, DoubleSupplier ours, DoubleSupplier theirs) {
    List<Double> ourRounds = new ArrayList<>();
    List<Double> theirRounds = new ArrayList<>();
    for (int round = 1; round <= run.pace().rounds(); round++) {
      ourRounds.add(ours.getAsDouble());
      theirRounds.add(theirs.getAsDouble());
      run.progress()
          .accept(
              String.format(
                  Locale.ROOT,
                  "%s, round %d: %,.0f per second beside %,.0f",
                  what,
                  round,
                  ourRounds.get(round - 1),
                  theirRounds.get(round - 1)));
    }
    return new Comparison(ourRounds, theirRounds);
  }
}

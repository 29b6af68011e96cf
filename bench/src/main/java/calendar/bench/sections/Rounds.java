package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.limit.PgBench;
import calendar.bench.load.Calls;
import calendar.bench.load.LoadResult;
import calendar.bench.system.ProcessorTime;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * Rounds of calls in a closed loop, and the figures that they give.
 *
 * @param prefix of the keys of the figures, such as {@code create}
 * @param calls makes the calls of a round before it, so that it does not count what they take
 * @param turn how long a round lasts
 * @param percentiles of the latencies, for {@code PREFIX.p50_ms} and the like
 */
record Rounds(
    Run run,
    String prefix,
    Supplier<Calls> calls,
    int inFlight,
    Duration turn,
    double... percentiles) {

  /**
   * What a round gave.
   *
   * @param microseconds of processor time for each call, by process
   */
  private record Round<R>(R result, Map<String, Double> microseconds) {}

  /** Measures all rounds without anything beside them. */
  void alone() {
    for (int round = 0; round < run.pace().rounds(); round++) {
      Round<LoadResult> ours = calendarRound();
      run.figures().headline(prefix + ".per_second", ours.result().perSecond());
      note(ours);
    }
  }

  /**
   * Measures all rounds, in turns with rounds of pgbench that are as long.
   *
   * @param variables makes those of a round
   */
  void besidePgBench(String script, int clients, Supplier<Map<String, Long>> variables) {
    PgBench pgbench = new PgBench(run.system().database());
    for (int round = 0; round < run.pace().rounds(); round++) {
      Round<LoadResult> ours = calendarRound();
      Round<PgBench.Result> theirs =
          round(
              () -> pgbench.run(script, clients, "-T " + turn.toSeconds(), variables.get()),
              PgBench.Result::transactions);
      double rate = ours.result().perSecond();
      double limit = theirs.result().perSecond();
      run.figures().headline(prefix + ".ratio_to_pgbench", rate / limit);
      run.figures().round(prefix + ".per_second", rate);
      run.figures().round(prefix + ".pgbench_per_second", limit);
      run.say("%s: %,.0f per second beside %,.0f", prefix, rate, limit);
      note(ours);
      String processors = prefix + ".pgbench_cpu_us_per_call.postgresql";
      Optional.ofNullable(theirs.microseconds().get("postgresql"))
          .ifPresent(each -> run.figures().round(processors, each));
    }
  }

  /** Measures one round, without processor time. */
  void once() {
    LoadResult result = load(calls.get());
    noteLatencies(result);
    run.figures().round(prefix + ".per_second", result.perSecond());
  }

  private Round<LoadResult> calendarRound() {
    Calls prepared = calls.get();
    return round(() -> load(prepared), LoadResult::all);
  }

  private <R> Round<R> round(Supplier<R> load, ToLongFunction<R> calls) {
    ProcessorTime before = ProcessorTime.of(run.system());
    R result = load.get();
    ProcessorTime after = ProcessorTime.of(run.system());
    return new Round<>(result, after.microsecondsPerCall(before, calls.applyAsLong(result)));
  }

  private LoadResult load(Calls prepared) {
    LoadResult result = run.closed(prepared, inFlight, turn);
    result.requireServed(prefix);
    return result;
  }

  private void note(Round<LoadResult> round) {
    noteLatencies(round.result());
    round
        .microseconds()
        .forEach(
            (name, each) ->
                run.figures().round("%s.cpu_us_per_call.%s".formatted(prefix, name), each));
  }

  private void noteLatencies(LoadResult result) {
    for (double percentile : percentiles) {
      String name = "p" + Double.toString(percentile).replaceFirst("\\.0$", "").replace('.', '_');
      run.figures().headline("%s.%s_ms".formatted(prefix, name), result.milliseconds(percentile));
    }
  }
}

package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.figures.Spread;
import calendar.bench.load.LoadResult;
import calendar.bench.system.ProcessorTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Collects what the rounds of one load gave. Not safe for use by several threads. */
final class Loads {
  /** More than that, and it was not the load that was meant. */
  private static final double MOST_FAILED = 0.01;

  private final Run run;
  private final String prefix;
  private final List<LoadResult> results = new ArrayList<>();
  private final Map<String, List<Double>> processors = new LinkedHashMap<>();

  /**
   * @param prefix of the keys of its figures, such as {@code create}
   */
  Loads(Run run, String prefix) {
    this.run = run;
    this.prefix = prefix;
  }

  /** Runs a round and answers how many calls per second were served. */
  double round(Supplier<LoadResult> load) {
    ProcessorTime before = ProcessorTime.of(run.system());
    LoadResult result = load.get();
    requireServed(prefix, result);
    ProcessorTime.of(run.system())
        .microsecondsPerCall(before, result.ok() + result.failed())
        .forEach(
            (name, each) -> processors.computeIfAbsent(name, any -> new ArrayList<>()).add(each));
    results.add(result);
    return result.perSecond();
  }

  /**
   * Makes sure that a load was served, but for stray calls.
   *
   * @throws BenchException otherwise, saying how calls ended
   */
  static void requireServed(String what, LoadResult result) {
    if (result.ok() == 0 || result.failed() > MOST_FAILED * (result.ok() + result.failed())) {
      throw BenchException.failed("%s: calls failed: %s", what, result.ends());
    }
  }

  /** Notes latencies under {@code PREFIX.p50_ms} and the like. */
  void noteLatencies(double... percentiles) {
    for (double percentile : percentiles) {
      String name = "p" + Double.toString(percentile).replaceFirst("\\.0$", "").replace('.', '_');
      run.figures().headline("%s.%s_ms".formatted(prefix, name), latency(percentile));
    }
  }

  /** Notes the rates under {@code PREFIX.per_second}. */
  void notePerSecond() {
    run.figures()
        .raw(
            prefix + ".per_second",
            Spread.of(results.stream().map(LoadResult::perSecond).toList()));
  }

  /** In milliseconds. */
  private Spread latency(double percentile) {
    return Spread.of(latencies(percentile));
  }

  /** In milliseconds, one for each round. */
  List<Double> latencies(double percentile) {
    return results.stream().map(result -> result.milliseconds(percentile)).toList();
  }

  /** Notes what each call took of the processors under {@code PREFIX.cpu_us_per_call}. */
  void noteProcessors() {
    processors.forEach(
        (name, each) ->
            run.figures().raw("%s.cpu_us_per_call.%s".formatted(prefix, name), Spread.of(each)));
  }
}

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
    long calls = result.ok() + result.failed();
    if (result.failed() > MOST_FAILED * calls) {
      throw new BenchException(
          BenchException.FAILED, "%s: calls failed: %s".formatted(prefix, result.ends()));
    }
    ProcessorTime.of(run.system())
        .microsecondsPerCall(before, calls)
        .forEach(
            (name, each) -> processors.computeIfAbsent(name, any -> new ArrayList<>()).add(each));
    results.add(result);
    return result.perSecond();
  }

  /** Notes latencies under {@code PREFIX.p50_ms} and the like. */
  void noteLatencies(double... percentiles) {
    for (double percentile : percentiles) {
      String name = "p" + Double.toString(percentile).replaceFirst("\\.0$", "").replace('.', '_');
      run.figures()
          .headline(
              "%s.%s_ms".formatted(prefix, name),
              Spread.of(results.stream().map(result -> result.milliseconds(percentile)).toList()));
    }
  }

  /** Notes what each call took of the processors under {@code PREFIX.cpu_us_per_call}. */
  void noteProcessors() {
    processors.forEach(
        (name, each) ->
            run.figures().raw("%s.cpu_us_per_call.%s".formatted(prefix, name), Spread.of(each)));
  }

  List<LoadResult> results() {
    return results;
  }
}

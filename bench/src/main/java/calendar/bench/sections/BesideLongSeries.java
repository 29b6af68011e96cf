package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.figures.Comparison;
import calendar.bench.figures.Spread;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop;
import calendar.bench.load.OpenLoop.Arrivals;
import calendar.bench.load.SeriesBookings;
import calendar.bench.system.Tables;
import io.grpc.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Bookings of single events at a steady rate, in turns without and beside four callers that book
 * series of 4,000 occurrences with five reminders for other owners. The long series are removed
 * after each turn. Not safe for use by several threads.
 */
final class BesideLongSeries {
  private static final int IN_FLIGHT = 4;

  /** The part of the highest rate that is booked: low enough that no call waits. */
  private static final double STEADY = 0.3;

  private final Run run;
  private final Connections connections;
  private final SeriesBookings series;
  private final List<LoadResult> ofSeries = new ArrayList<>();

  BesideLongSeries(Run run, Connections connections) {
    this.run = run;
    this.connections = connections;
    this.series = SeriesBookings.onWeekdays(run.owners().longSeries());
  }

  void measure() throws Exception {
    Creates creates = new Creates(run, connections);
    creates.warmUp();
    double steady = STEADY * creates.closed(InFlight.MANY, run.pace().shortTurn()).perSecond();
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    for (int round = 0; round < run.pace().rounds(); round++) {
      alone.add(p99(steady));
      beside.add(p99BesideSeries(steady));
      run.say(
          String.format(
              Locale.ROOT,
              "series: p99 of other owners %.2f ms, beside long series %.2f ms",
              alone.get(round),
              beside.get(round)));
    }
    note(steady, alone, beside);
  }

  /** In milliseconds. */
  private double p99(double perSecond) {
    Duration turn = run.pace().turn();
    LoadResult result =
        OpenLoop.run(
            connections,
            run.bookings().prepare((int) (perSecond * turn.toSeconds())),
            Arrivals.at(perSecond),
            turn);
    Loads.requireServed("series.others", result);
    return result.milliseconds(99);
  }

  private double p99BesideSeries(double perSecond) throws Exception {
    try (Connections others = Connections.open(run.system().grpc(), IN_FLIGHT)) {
      CompletableFuture<LoadResult> load =
          CompletableFuture.supplyAsync(
              () -> ClosedLoop.run(others, series, IN_FLIGHT, run.pace().turn()));
      double p99 = p99(perSecond);
      ofSeries.add(load.join());
      requireBooked(load.join());
      return p99;
    } finally {
      Tables tables = new Tables(run.system().database());
      tables.remove(run.owners().longSeries(), run.owners().longSeriesEnd());
      tables.tidy();
    }
  }

  /** The overload protection may reject some: their callers send the next one. */
  private static void requireBooked(LoadResult result) {
    if (result.ok() == 0 || result.failed() > refused(result)) {
      throw BenchException.failed("series: long series failed: %s", result.ends());
    }
  }

  private static long refused(LoadResult result) {
    return result.count(Status.Code.RESOURCE_EXHAUSTED);
  }

  private void note(double steady, List<Double> alone, List<Double> beside) {
    run.figures().headline("series.others.p99_ratio", new Comparison(beside, alone).ratio());
    run.figures().raw("series.others.alone_p99_ms", Spread.of(alone));
    run.figures().raw("series.others.beside_p99_ms", Spread.of(beside));
    run.figures().put("series.others.per_second", steady);
    run.figures()
        .raw(
            "series.long.per_second",
            Spread.of(ofSeries.stream().map(LoadResult::perSecond).toList()));
    run.figures()
        .raw(
            "series.long.refused_per_second",
            Spread.of(ofSeries.stream().map(each -> refused(each) / each.seconds()).toList()));
    run.figures()
        .raw(
            "series.long.p50_ms",
            Spread.of(ofSeries.stream().map(each -> each.milliseconds(50)).toList()));
  }
}

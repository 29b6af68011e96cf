package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.callers.Disturbance;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import calendar.bench.load.Owners;
import calendar.bench.load.SeriesBookings;
import io.grpc.Status;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/**
 * Four callers that book one long series after the other for a turn. When it is stopped, the series
 * are removed.
 */
final class LongSeries implements Disturbance {
  private static final int IN_FLIGHT = 4;

  private final Run run;
  private final Connections connections;
  private final CompletableFuture<LoadResult> load;

  LongSeries(Run run, SeriesBookings series) {
    this.run = run;
    this.connections = Connections.open(run.system().grpc(), IN_FLIGHT);
    this.load =
        CompletableFuture.supplyAsync(
            () -> ClosedLoop.run(connections, series, IN_FLIGHT, run.pace().turn()));
  }

  @Override
  public void stop() throws SQLException {
    load.join();
    connections.close();
    run.tables().remove(Owners.LONG_SERIES.first(), Owners.LONG_SERIES.end());
    run.tables().tidy();
  }

  /**
   * {@code per_second}, {@code refused_per_second} and {@code p50_ms}. The overload protection may
   * reject some: their callers send the next one.
   */
  @Override
  public Map<String, Double> stats() {
    LoadResult result = load.join();
    long refused = result.count(Status.Code.RESOURCE_EXHAUSTED);
    if (result.ok() == 0 || result.failed() > refused) {
      throw BenchException.failed("series: long series failed: %s", result.ends());
    }
    return new TreeMap<>(
        Map.of(
            "per_second", result.perSecond(),
            "refused_per_second", refused / result.seconds(),
            "p50_ms", result.milliseconds(50)));
  }
}

package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.SeriesBookings;
import java.time.Duration;
import java.util.Map;

/**
 * Weekly series of 104 occurrences, by one caller and 16 in flight, beside the same rows that
 * pgbench inserts; and single events beside long series.
 */
public final class SeriesSection implements Section {
  private static final int IN_FLIGHT = 16;

  /** More series than pgbench can insert in one turn. */
  private static final long TURN = 50_000;

  private long pgbenchBase;

  @Override
  public String name() {
    return "series";
  }

  @Override
  public void measure(Run run) throws Exception {
    Calls weekly = SeriesBookings.weekly(run.owners().weeklySeries());
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      run.warmUp(name(), 0.3, time -> ClosedLoop.run(connections, weekly, IN_FLIGHT, time));
      besidePgBench(run, connections, weekly, "series.lone", 1);
      besidePgBench(run, connections, weekly, "series.in_flight_16", IN_FLIGHT);
      new BesideLongSeries(run, connections).measure();
    }
  }

  private void besidePgBench(
      Run run, Connections connections, Calls weekly, String prefix, int inFlight)
      throws Exception {
    Duration turn = run.pace().shortTurn();
    Loads loads = new Loads(run, prefix);
    PgBenchRounds pgbench = new PgBenchRounds(run, "series.sql", inFlight);
    Turns.takeBesidePgBench(
        run,
        prefix,
        () -> loads.round(() -> ClosedLoop.run(connections, weekly, inFlight, turn)),
        () -> pgbench.round(turn, variables(run)));
    loads.noteLatencies(50, 99);
    loads.noteProcessors();
    pgbench.noteProcessors(prefix);
  }

  private Map<String, Long> variables(Run run) {
    pgbenchBase += TURN;
    return Map.of("base", pgbenchBase, "first_owner", run.owners().weeklySeriesByPgBench());
  }
}

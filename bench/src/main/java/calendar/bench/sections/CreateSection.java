package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.figures.Comparison;
import calendar.bench.figures.Spread;
import calendar.bench.limit.PgBench;
import calendar.bench.load.Bookings;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import java.time.Duration;
import java.util.Map;

/** Bookings, 64 in flight, beside the same rows that pgbench inserts; and a caller who is alone. */
public final class CreateSection implements Section {
  private static final int PGBENCH_CLIENTS = 16;

  /** More transactions than pgbench can do in one turn. */
  private static final long TURN = 3_000_000;

  private static final int PREPARED_PER_SECOND = 12_000;

  private long pgbenchBase;

  @Override
  public String name() {
    return "create";
  }

  @Override
  public void measure(Run run) {
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      run.progress().accept("create: warming up");
      load(connections, InFlight.MANY, run.pace().warmUp(1));
      Loads loads = new Loads(run, name());
      Comparison comparison =
          Turns.take(
              run,
              "create",
              () -> loads.round(() -> load(connections, InFlight.MANY, run.pace().turn())),
              () -> pgbench(run).perSecond());
      run.figures().headline("create.ratio_to_pgbench", comparison.ratio());
      run.figures().raw("create.per_second", Spread.of(comparison.ours()));
      run.figures().raw("create.pgbench_per_second", Spread.of(comparison.theirs()));
      loads.noteLatencies(50, 99, 99.9);
      loads.noteProcessors();
      LoadResult lone = load(connections, 1, run.pace().turn());
      run.figures().put("create.lone_ms", lone.milliseconds(50));
      run.figures().put("create.lone_p99_ms", lone.milliseconds(99));
    }
  }

  private static LoadResult load(Connections connections, int inFlight, Duration duration) {
    Bookings bookings = Bookings.prepare((int) duration.toSeconds() * PREPARED_PER_SECOND);
    return ClosedLoop.run(connections, bookings, inFlight, duration);
  }

  private PgBench.Result pgbench(Run run) {
    pgbenchBase += TURN;
    return run.pgbench()
        .run("create.sql", PGBENCH_CLIENTS, run.pace().turn(), Map.of("base", pgbenchBase));
  }
}

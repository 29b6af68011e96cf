package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop;
import calendar.bench.load.OpenLoop.Arrivals;
import java.util.Map;

/** Bookings, 64 in flight, beside the same rows that pgbench inserts; and a caller who is alone. */
public final class CreateSection implements Section {
  /** More transactions than pgbench can do in one turn. */
  private static final long TURN = 3_000_000;

  private long pgbenchBase;

  @Override
  public String name() {
    return "create";
  }

  @Override
  public void measure(Run run) throws Exception {
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      Creates creates = new Creates(run, connections);
      creates.warmUp();
      Loads loads = new Loads(run, name());
      PgBenchRounds pgbench = new PgBenchRounds(run, "create.sql");
      Turns.takeBesidePgBench(
          run,
          name(),
          () -> creates.round(loads, run.pace().turn()),
          () -> pgbench.round(run.pace().turn(), variables(run)));
      loads.noteLatencies(50, 99, 99.9);
      loads.noteProcessors();
      pgbench.noteProcessors(name());
      lone(run, creates);
      double best = run.figures().find("create.per_second").orElseThrow().value();
      open(run, connections, "create.open_half", best * 0.5);
      open(run, connections, "create.open_80", best * 0.8);
    }
  }

  private Map<String, Long> variables(Run run) {
    pgbenchBase += TURN;
    return Map.of("base", pgbenchBase, "first_owner", run.owners().bookedByPgBench());
  }

  private static void lone(Run run, Creates creates) {
    LoadResult lone = creates.closed(1, run.pace().turn());
    run.figures().put("create.lone_ms", lone.milliseconds(50));
    run.figures().put("create.lone_p99_ms", lone.milliseconds(99));
  }

  private static void open(Run run, Connections connections, String prefix, double perSecond) {
    run.say("%s: %.0f arrivals per second".formatted(prefix, perSecond));
    LoadResult result =
        OpenLoop.run(
            connections,
            run.bookings().prepare((int) (perSecond * run.pace().turn().toSeconds())),
            Arrivals.at(perSecond),
            run.pace().turn());
    run.figures().put(prefix + ".per_second", perSecond);
    run.figures()
        .put(prefix + ".failed_percent", 100.0 * result.failed() / (result.ok() + result.failed()));
    run.figures().put(prefix + ".p50_ms", result.milliseconds(50));
    run.figures().put(prefix + ".p99_ms", result.milliseconds(99));
  }
}

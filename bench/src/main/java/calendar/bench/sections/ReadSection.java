package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.RowCalls;
import calendar.bench.load.Rows;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Calls that read, 64 in flight, beside the same SELECT by pgbench. */
public final class ReadSection implements Section {
  private final String name;
  private final String prefix;
  private final Function<RowCalls, Calls> calls;

  private ReadSection(String name, String prefix, Function<RowCalls, Calls> calls) {
    this.name = name;
    this.prefix = prefix;
    this.calls = calls;
  }

  /** Days with twenty events. */
  public static ReadSection listDay() {
    return new ReadSection("list", "list_day", RowCalls::listDay);
  }

  public static ReadSection get() {
    return new ReadSection("get", "get", RowCalls::get);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void measure(Run run) throws Exception {
    run.fill();
    Calls reads = calls.apply(new RowCalls(run.readRows()));
    Duration turn = run.pace().shortTurn();
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      run.warmUp(name, 0.3, time -> ClosedLoop.run(connections, reads, InFlight.MANY, time));
      Loads loads = new Loads(run, prefix);
      PgBenchRounds pgbench = new PgBenchRounds(run, prefix + ".sql");
      Turns.takeBesidePgBench(
          run,
          prefix,
          () -> loads.round(() -> ClosedLoop.run(connections, reads, InFlight.MANY, turn)),
          () -> pgbench.round(turn, variables(run.readRows())));
      loads.noteLatencies(50, 99);
      loads.noteProcessors();
      pgbench.noteProcessors(prefix);
    }
  }

  private static Map<String, Long> variables(Rows rows) {
    return Map.of(
        "first_owner",
        rows.firstOwner(),
        "owners",
        (long) rows.owners(),
        "days",
        (long) rows.days(),
        "low",
        rows.lowDigits());
  }
}

package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.HealthChecks;
import calendar.bench.load.Mix;
import calendar.bench.load.RowCalls;
import calendar.bench.load.Rows;
import java.time.Duration;
import java.util.Map;

/**
 * Calls of one kind, 64 in flight: how many per second, and how long each takes.
 *
 * @param name the section's name
 * @param prefix of the keys of its figures
 * @param warmUp the part of the warm-up that it needs
 * @param besidePgBench whether pgbench runs the same SELECT in turns with the calls, by the script
 *     that is named after the prefix
 * @param load makes the calls
 */
record LoadSection(String name, String prefix, double warmUp, boolean besidePgBench, Load load)
    implements Section {
  /** Makes the calls of a load. */
  private interface Load {
    Calls calls(Run run) throws Exception;
  }

  /** Calls that do nothing: the limit of the server and the network. */
  static LoadSection health() {
    return new LoadSection("health", "health", 0.2, false, run -> HealthChecks.calls());
  }

  /** Lists days with twenty events. */
  static LoadSection listDay() {
    return new LoadSection("list", "list_day", 0.3, true, run -> reads(run).listDay());
  }

  /** Gets single events. */
  static LoadSection get() {
    return new LoadSection("get", "get", 0.3, true, run -> reads(run).get());
  }

  /** The mix of calls of a usual day. */
  static LoadSection mix() {
    return new LoadSection("mix", "mix", 0.2, false, LoadSection::mix);
  }

  static Mix mix(Run run) throws Exception {
    return new Mix(run.bookings().prepare(0), reads(run), run.changed());
  }

  @Override
  public void measure(Run run) throws Exception {
    Calls calls = load.calls(run);
    Duration turn = run.pace().shortTurn();
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      run.warmUp(name, warmUp, time -> ClosedLoop.run(connections, calls, InFlight.MANY, time));
      Loads loads = new Loads(run, prefix);
      PgBenchRounds pgbench = new PgBenchRounds(run, prefix + ".sql");
      Turns.Round round =
          () -> loads.round(() -> ClosedLoop.run(connections, calls, InFlight.MANY, turn));
      if (besidePgBench) {
        Turns.takeBesidePgBench(
            run, prefix, round, () -> pgbench.round(turn, variables(run.readRows())));
      } else {
        run.figures().headline(prefix + ".per_second", Turns.take(run, round));
      }
      loads.noteLatencies(50, 99);
      loads.noteProcessors();
      pgbench.noteProcessors(prefix);
    }
  }

  private static RowCalls reads(Run run) throws Exception {
    run.fill();
    return new RowCalls(run.readRows());
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

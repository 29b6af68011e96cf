package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.limit.PgBench;
import calendar.bench.load.Calls;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop.Arrivals;
import calendar.bench.load.Rows;
import calendar.bench.system.ProcessFiles;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;

/** Loads of one kind of call, most with 64 in flight: how many per second, and how long each. */
final class LoadSections {
  private static final int BURST = 1_000;
  private static final Arrivals AT_ONCE = Arrivals.at(1e9);

  private LoadSections() {}

  /** Calls that do nothing: the limit of the server and the network. */
  static void health(Run run) {
    warmRounds(run, "health", "health", 0.2, Calls.ofHealth()).alone();
  }

  /** Lists days with twenty events. */
  static void listDay(Run run) throws SQLException {
    run.fill();
    besidePgBench(run, "list", "list_day", run.read().listDay());
  }

  /** Gets single events. */
  static void get(Run run) throws SQLException {
    run.fill();
    besidePgBench(run, "get", "get", run.read().get());
  }

  /** The mix of calls of a usual day. */
  static void mix(Run run) throws SQLException {
    warmRounds(run, "mix", "mix", 0.2, mixOf(run)).alone();
  }

  /** A thousand bookings at once: how many are taken, and when the last one is answered. */
  static void burst(Run run) {
    run.warmUpBookings();
    run.figures().put("burst.calls", BURST);
    for (int round = 0; round < run.pace().rounds(); round++) {
      LoadResult result = run.open(run.bookings().prepare(BURST), AT_ONCE, Duration.ofNanos(BURST));
      long last = Math.max(result.served().getMaxValue(), result.refused().getMaxValue());
      run.figures().round("burst.answered_ok", result.ok());
      run.figures().round("burst.last_answer_ms", last / 1e6);
    }
  }

  /** The API's memory after all the load before. What others take is noted with the reminders. */
  static void memory(Run run) {
    run.warmUpBookings();
    run.system()
        .firstStart()
        .ifPresent(first -> run.figures().put("rss_mb.api_after_start", first.megabytes()));
    ProcessFiles api = ProcessFiles.of(run.system().api().orElseThrow());
    run.figures().put("rss_mb.api", api.residentMegabytes());
  }

  static Calls mixOf(Run run) throws SQLException {
    run.fill();
    return Calls.mix(run.bookings().prepare(0), run.read(), run.changed());
  }

  /** In turns with pgbench, which runs the same SELECT by the script named as the prefix. */
  private static void besidePgBench(Run run, String name, String prefix, Calls calls) {
    Rows rows = run.read().rows();
    long first = rows.firstOwner();
    long owners = rows.owners();
    long days = rows.days();
    Map<String, Long> variables =
        Map.of("first_owner", first, "owners", owners, "days", days, "low", rows.lowDigits());
    warmRounds(run, name, prefix, 0.3, calls)
        .besidePgBench(prefix + ".sql", PgBench.CLIENTS, () -> variables);
  }

  /**
   * @param part of the warm-up that it needs
   */
  private static Rounds warmRounds(Run run, String name, String prefix, double part, Calls calls) {
    run.warmUp(name, part, time -> run.closed(calls, Run.IN_FLIGHT, time));
    return new Rounds(run, prefix, () -> calls, Run.IN_FLIGHT, run.pace().shortTurn(), 50, 99);
  }
}

package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.figures.Spread;
import calendar.bench.limit.PgBench;
import calendar.bench.system.ProcessorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rounds of one pgbench script beside a load. Not safe for use by several threads. */
final class PgBenchRounds {
  private static final String POSTGRES = "postgresql";

  private final Run run;
  private final String script;
  private final int clients;
  private final List<Double> microseconds = new ArrayList<>();

  PgBenchRounds(Run run, String script) {
    this(run, script, InFlight.PGBENCH_CLIENTS);
  }

  /**
   * @param clients how many connections
   */
  PgBenchRounds(Run run, String script, int clients) {
    this.run = run;
    this.script = script;
    this.clients = clients;
  }

  /**
   * Runs a round, as long as the load's, and answers how many transactions per second there were.
   */
  double round(Duration turn, Map<String, Long> variables) {
    ProcessorTime before = ProcessorTime.of(run.system());
    PgBench.Result result = run.pgbench().run(script, clients, turn, variables);
    Map<String, Double> each =
        ProcessorTime.of(run.system()).microsecondsPerCall(before, result.transactions());
    Optional.ofNullable(each.get(POSTGRES)).ifPresent(microseconds::add);
    return result.perSecond();
  }

  /** Notes what a transaction took of the processors, in PostgreSQL. */
  void noteProcessors(String prefix) {
    if (!microseconds.isEmpty()) {
      run.figures()
          .raw(
              "%s.pgbench_cpu_us_per_call.%s".formatted(prefix, POSTGRES), Spread.of(microseconds));
    }
  }
}

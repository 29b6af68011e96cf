package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.callers.Disturbance;
import calendar.bench.callers.ManyConnections;
import calendar.bench.callers.RudeCaller;
import calendar.bench.load.Calls;
import calendar.bench.system.ProcessFiles;
import calendar.client.Address;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** What good callers feel of bad ones, and what these leave behind. */
record CallersSection(Run run) {
  private static final Duration TURN = Duration.ofSeconds(3);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long PERIOD_NANOS = 100_000_000;

  void measure() throws Exception {
    Calls mix = LoadSections.mixOf(run);
    Calls read = run.read().listDay();
    Address server = run.system().grpc();
    run.warmUp("mix", 0.2, time -> run.closed(mix, Run.IN_FLIGHT, time));
    double best = run.closed(mix, Run.IN_FLIGHT, run.pace().shortTurn()).perSecond();
    double steady = SteadyCalls.PART * best;
    run.figures().put("callers.steady_per_second", steady);
    Optional<ProcessFiles> api = run.system().api().map(ProcessFiles::of);
    Optional<Map<String, Double>> before = api.map(CallersSection::remains);
    SteadyCalls good = new SteadyCalls(run, () -> mix, steady, TURN);
    measure(good, "callers.connections", () -> new ManyConnections(server));
    measure(good, "callers.never_reads", () -> RudeCaller.neverReading(server, read));
    measure(good, "callers.cancels", () -> RudeCaller.cancelling(server, mix));
    measure(good, "callers.short_deadline", () -> RudeCaller.withShortDeadlines(server, mix));
    before.ifPresent(early -> noteRemains(api.orElseThrow(), early));
  }

  /** Threads, sockets and memory of the API, by the names of figures. */
  private static Map<String, Double> remains(ProcessFiles api) {
    Map<String, Double> remains = new LinkedHashMap<>();
    remains.put("threads", (double) api.threads());
    remains.put("sockets", (double) api.sockets());
    remains.put("rss_mb", api.residentMegabytes());
    return remains;
  }

  /** Notes those of before, and those of now as after, when the sockets had time to go. */
  private void noteRemains(ProcessFiles api, Map<String, Double> before) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (api.sockets() > before.get("sockets") && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(PERIOD_NANOS);
    }
    Map<String, Double> after = remains(api);
    before.forEach(
        (what, value) -> {
          run.figures().put("callers.left.%s_before".formatted(what), value);
          run.figures().put("callers.left.%s_after".formatted(what), after.get(what));
        });
  }

  private static void measure(SteadyCalls good, String prefix, Supplier<Disturbance> bad)
      throws Exception {
    good.measureBeside(prefix, prefix, bad);
  }
}

package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.callers.BadCaller;
import calendar.bench.callers.ManyConnections;
import calendar.bench.callers.RudeCaller;
import calendar.bench.figures.Comparison;
import calendar.bench.figures.Spread;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop;
import calendar.bench.load.OpenLoop.Arrivals;
import calendar.bench.load.RowCalls;
import calendar.client.Address;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What good callers feel of bad ones, and what these leave behind. */
public final class CallersSection implements Section {
  /** The part of the highest rate that good callers send: low enough that no call waits. */
  private static final double STEADY = 0.3;

  private static final Duration TURN = Duration.ofSeconds(3);

  @Override
  public String name() {
    return "callers";
  }

  @Override
  public void measure(Run run) throws Exception {
    Calls read = new RowCalls(run.readRows()).listDay();
    Calls mix = LoadSection.mix(run);
    Address server = run.system().grpc();
    Map<String, Supplier<BadCaller>> callers = new LinkedHashMap<>();
    callers.put("connections", () -> new ManyConnections(server));
    callers.put("never_reads", () -> RudeCaller.neverReading(server, read));
    callers.put("cancels", () -> RudeCaller.cancelling(server, mix));
    callers.put("short_deadline", () -> RudeCaller.withShortDeadlines(server, mix));
    try (Connections connections = Connections.open(server, InFlight.CONNECTIONS)) {
      run.warmUp("mix", 0.2, time -> ClosedLoop.run(connections, mix, InFlight.MANY, time));
      double steady =
          STEADY
              * ClosedLoop.run(connections, mix, InFlight.MANY, run.pace().shortTurn()).perSecond();
      run.figures().put("callers.steady_per_second", steady);
      Optional<Remains> before = Remains.of(run.system());
      callers.forEach((name, caller) -> measure(run, connections, mix, steady, name, caller));
      before.ifPresent(early -> early.note(run));
    }
  }

  private static void measure(
      Run run,
      Connections connections,
      Calls mix,
      double steady,
      String name,
      Supplier<BadCaller> caller) {
    run.say("callers: " + name);
    List<Double> alone = new ArrayList<>();
    List<Double> beside = new ArrayList<>();
    Map<String, List<Double>> stats = new LinkedHashMap<>();
    for (int round = 0; round < run.pace().rounds(); round++) {
      alone.add(p99(run, connections, mix, steady, name));
      BadCaller bad = caller.get();
      try {
        beside.add(p99(run, connections, mix, steady, name));
      } finally {
        bad.stop();
      }
      bad.stats()
          .forEach(
              (stat, value) -> stats.computeIfAbsent(stat, any -> new ArrayList<>()).add(value));
    }
    String prefix = "callers." + name;
    run.figures().headline(prefix + ".p99_ratio", new Comparison(beside, alone).ratio());
    run.figures().raw(prefix + ".alone_p99_ms", Spread.of(alone));
    run.figures().raw(prefix + ".beside_p99_ms", Spread.of(beside));
    stats.forEach((stat, each) -> run.figures().raw(prefix + "." + stat, Spread.of(each)));
  }

  private static double p99(
      Run run, Connections connections, Calls mix, double steady, String name) {
    LoadResult result = OpenLoop.run(connections, mix, Arrivals.at(steady), TURN);
    Loads.requireServed("callers." + name, result);
    return result.milliseconds(99);
  }
}

package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.load.Bookings;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import calendar.bench.load.Owners;
import calendar.bench.load.RowCalls;
import calendar.bench.load.Rows;
import calendar.bench.secure.SecureApi;
import calendar.bench.secure.Subjects;
import calendar.bench.system.ProcessorTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Bookings and single events of callers with tokens over TLS, in turns with the same calls in plain
 * text by nobody in particular. Two APIs serve them from one database.
 */
record SecureSection(Run run) {
  private static final int OWNERS = 1_000;
  private static final int PREPARED_PER_SECOND = 10_000;
  private static final double WARM_UP_OF_READS = 0.5;

  /**
   * One of the two ways to call.
   *
   * @param name what comes before the names of its figures
   * @param api whose processor time is counted
   */
  private record Side(
      String name, Connections connections, UnaryOperator<Calls> callers, ProcessHandle api) {

    private LoadResult load(Calls calls, Duration duration) {
      return ClosedLoop.run(connections, callers.apply(calls), Run.IN_FLIGHT, duration);
    }
  }

  void measure() throws Exception {
    run.say("secure: starting an API with TLS and tokens");
    long booked = Owners.SECURED.first();
    try (SecureApi secure = SecureApi.start(run.system().own().orElseThrow());
        Connections connections = secure.connect(Run.CONNECTIONS)) {
      // Bookings go to the first half, single events are of the second: a thousand callers each.
      Subjects subjects = Subjects.of(secure.issuer(), booked, 2 * OWNERS);
      subjects.grant(run.tables());
      RowCalls read = new RowCalls(new Rows(booked + OWNERS, OWNERS, 4));
      read.rows().fill(run.tables());
      run.tables().tidy();
      List<Side> sides =
          List.of(
              new Side(
                  "plain_", run.connections(), calls -> calls, run.system().api().orElseThrow()),
              new Side("", connections, subjects::calling, secure.process()));
      Bookings bookings = new Bookings(booked);
      Duration turn = run.pace().turn();
      int prepared = (int) turn.toSeconds() * PREPARED_PER_SECOND;
      measure("secure.create", sides, () -> bookings.prepare(prepared), turn, 1);
      measure("secure.get", sides, read::get, run.pace().shortTurn(), WARM_UP_OF_READS);
    }
  }

  /**
   * Measures one kind of call, with the sides in the order A B, B A, A B.
   *
   * @param warmUp the part of the warm-up that each side gets
   */
  private void measure(
      String prefix, List<Side> sides, Supplier<Calls> calls, Duration turn, double warmUp) {
    for (Side side : sides) {
      run.say("%s: warming up %s", prefix, side.name().isEmpty() ? "secure" : "plain");
      side.load(calls.get(), run.pace().warmUp(warmUp));
    }
    for (int round = 0; round < run.pace().rounds(); round++) {
      Map<Side, Double> rates = new HashMap<>();
      for (int i = 0; i < sides.size(); i++) {
        Side side = sides.get((round + i) % sides.size());
        rates.put(side, turn(prefix, side, calls.get(), turn));
      }
      double plain = rates.get(sides.get(0));
      double secure = rates.get(sides.get(1));
      run.figures().headline(prefix + ".ratio_to_plain", secure / plain);
      run.say("%s: %,.0f per second beside %,.0f in plain text", prefix, secure, plain);
    }
  }

  /** The rate of one side's turn. */
  private double turn(String prefix, Side side, Calls calls, Duration duration) {
    Optional<ProcessHandle> api = Optional.of(side.api());
    ProcessorTime before = ProcessorTime.of(run.system(), api);
    LoadResult result = side.load(calls, duration);
    result.requireServed(prefix);
    String begin = prefix + "." + side.name();
    run.figures().round(begin + "per_second", result.perSecond());
    run.figures().round(begin + "p50_ms", result.milliseconds(50));
    run.figures().round(begin + "p99_ms", result.milliseconds(99));
    ProcessorTime.of(run.system(), api)
        .microsecondsPerCall(before, result.all())
        .forEach((name, each) -> run.figures().round(begin + "cpu_us_per_call." + name, each));
    return result.perSecond();
  }
}

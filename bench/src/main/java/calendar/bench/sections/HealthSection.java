package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.HealthChecks;

/** Calls that do nothing: what the server and the network take at all. */
public final class HealthSection implements Section {
  @Override
  public String name() {
    return "health";
  }

  @Override
  public void measure(Run run) throws Exception {
    Calls calls = HealthChecks.calls();
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      run.warmUp(name(), 0.2, time -> ClosedLoop.run(connections, calls, InFlight.MANY, time));
      Loads loads = new Loads(run, name());
      run.figures()
          .headline(
              "health.per_second",
              Turns.take(
                  run,
                  () ->
                      loads.round(
                          () ->
                              ClosedLoop.run(
                                  connections, calls, InFlight.MANY, run.pace().shortTurn()))));
      loads.noteLatencies(50, 99);
      loads.noteProcessors();
    }
  }
}

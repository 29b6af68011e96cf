package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.Mix;
import calendar.bench.load.RowCalls;

/** What a calendar gets all day, 64 in flight. */
public final class MixSection implements Section {
  @Override
  public String name() {
    return "mix";
  }

  @Override
  public void measure(Run run) throws Exception {
    run.fill();
    Calls mix = new Mix(run.bookings().prepare(0), new RowCalls(run.readRows()), run.changed());
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      run.warmUp(name(), 0.2, time -> ClosedLoop.run(connections, mix, InFlight.MANY, time));
      Loads loads = new Loads(run, name());
      run.figures()
          .headline(
              "mix.per_second",
              Turns.take(
                  run,
                  () ->
                      loads.round(
                          () ->
                              ClosedLoop.run(
                                  connections, mix, InFlight.MANY, run.pace().shortTurn()))));
      loads.noteLatencies(50, 99);
      loads.noteProcessors();
    }
  }
}

package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.figures.Comparison;
import calendar.bench.figures.Spread;
import calendar.bench.limit.BareServer;
import calendar.bench.load.Calls;
import calendar.bench.load.FirstCalls;
import calendar.local.stack.LocalStack;
import calendar.local.stack.ServiceProcess;
import java.util.ArrayList;
import java.util.List;

/**
 * From the start of the API to its first answer, in turns with the start of an empty server and of
 * the API's server without the application.
 */
public final class StartSection implements Section {
  private static final int ROUNDS = 5;
  private static final int FIRST_CALLS = 100;

  @Override
  public String name() {
    return "start";
  }

  @Override
  public boolean needsOwnSystem() {
    return true;
  }

  @Override
  public void measure(Run run) throws Exception {
    Calls mix = LoadSection.mix(run);
    LocalStack stack = run.system().own().orElseThrow();
    List<Double> api = new ArrayList<>();
    List<Double> empty = new ArrayList<>();
    List<Double> featuresAlone = new ArrayList<>();
    List<Double> refused = new ArrayList<>();
    try (BareServer server = BareServer.empty();
        BareServer withoutApplication = BareServer.withoutApplication()) {
      for (int round = 0; round < (run.pace().quick() ? 1 : ROUNDS); round++) {
        FirstCalls calls = new FirstCalls(run.system().grpc(), mix);
        api.add(startApi(stack.api(), calls));
        refused.add((double) calls.refusedOf(FIRST_CALLS));
        empty.add(server.secondsToStart());
        featuresAlone.add(withoutApplication.secondsToStart());
        run.say("start: %.2f s beside %.2f s".formatted(api.get(round), empty.get(round)));
      }
    }
    run.figures().headline("start.ratio_to_empty_server", new Comparison(api, empty).ratio());
    run.figures().raw("start.api_seconds", Spread.of(api));
    run.figures().raw("start.empty_server_seconds", Spread.of(empty));
    run.figures().raw("start.without_application_seconds", Spread.of(featuresAlone));
    run.system()
        .firstStart()
        .ifPresent(first -> run.figures().put("start.very_first_seconds", first.seconds()));
    run.figures().put("start.first_hundred_refused", Spread.of(refused).max());
  }

  /** In seconds. */
  private static double startApi(ServiceProcess api, FirstCalls calls) {
    api.stop();
    long begin = System.nanoTime();
    api.begin();
    calls.awaitFirst(
        () -> {
          if (!api.isAlive()) {
            throw BenchException.failed(
                "calendar_api ended: " + String.join("\n", api.lastLines()));
          }
        });
    return (System.nanoTime() - begin) / 1e9;
  }
}

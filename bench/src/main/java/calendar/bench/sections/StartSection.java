package calendar.bench.sections;

import calendar.bench.BenchException;
import calendar.bench.Run;
import calendar.bench.figures.Figures;
import calendar.bench.limit.BareServer;
import calendar.bench.load.Calls;
import calendar.bench.load.FirstCalls;
import calendar.local.stack.ServiceProcess;

/**
 * From the start of the API to its first answer, in turns with the start of an empty server and of
 * the API's server without the application.
 */
record StartSection(Run run) {
  private static final int ROUNDS = 5;
  private static final int FIRST_CALLS = 100;

  void measure() throws Exception {
    Calls mix = LoadSections.mixOf(run);
    FirstCalls calls = new FirstCalls(run.system().grpc(), mix);
    Figures figures = run.figures();
    double mostRefused = 0;
    try (BareServer empty = BareServer.empty();
        BareServer withoutApplication = BareServer.withoutApplication()) {
      for (int round = 0; round < (run.pace().quick() ? 1 : ROUNDS); round++) {
        double api = secondsToStart(run.system().own().orElseThrow().api(), calls);
        mostRefused = Math.max(mostRefused, calls.refusedOf(FIRST_CALLS));
        double bare = empty.secondsToStart();
        figures.headline("start.ratio_to_empty_server", api / bare);
        figures.round("start.api_seconds", api);
        figures.round("start.empty_server_seconds", bare);
        figures.round("start.without_application_seconds", withoutApplication.secondsToStart());
        run.say("start: %.2f s beside %.2f s", api, bare);
      }
    }
    run.system()
        .firstStart()
        .ifPresent(first -> figures.put("start.very_first_seconds", first.seconds()));
    figures.put("start.first_hundred_refused", mostRefused);
  }

  private static double secondsToStart(ServiceProcess api, FirstCalls calls) {
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

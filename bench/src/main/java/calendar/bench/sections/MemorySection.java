package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.load.Connections;
import calendar.bench.system.ProcessFiles;

/** The API's memory after all the load before. What the others take is noted with the reminders. */
public final class MemorySection implements Section {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public boolean needsOwnSystem() {
    return true;
  }

  @Override
  public void measure(Run run) {
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      new Creates(run, connections).warmUp();
    }
    run.system()
        .firstStart()
        .ifPresent(first -> run.figures().put("rss_mb.api_after_start", first.megabytes()));
    run.figures()
        .put("rss_mb.api", ProcessFiles.of(run.system().api().orElseThrow()).residentMegabytes());
  }
}

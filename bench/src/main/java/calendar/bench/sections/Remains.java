package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.system.BenchedSystem;
import calendar.bench.system.ProcessFiles;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Threads, sockets and memory of the API at one moment, to be compared with a later one. */
record Remains(ProcessFiles api, long threads, long sockets, double megabytes) {
  private static final long PERIOD_NANOS = 100_000_000;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  /** Those of now, if the API's process is known. */
  static Optional<Remains> of(BenchedSystem system) {
    return system.api().map(ProcessFiles::of).map(Remains::now);
  }

  /** Notes these as before, and those of now as after, when the sockets had time to go. */
  void note(Run run) {
    long end = System.nanoTime() + PATIENCE_NANOS;
    while (api.sockets() > sockets && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(PERIOD_NANOS);
    }
    Remains after = now(api);
    put(run, "threads", threads, after.threads);
    put(run, "sockets", sockets, after.sockets);
    put(run, "rss_mb", megabytes, after.megabytes);
  }

  private static void put(Run run, String what, double before, double after) {
    run.figures().put("callers.left.%s_before".formatted(what), before);
    run.figures().put("callers.left.%s_after".formatted(what), after);
  }

  private static Remains now(ProcessFiles api) {
    return new Remains(api, api.threads(), api.sockets(), api.residentMegabytes());
  }
}

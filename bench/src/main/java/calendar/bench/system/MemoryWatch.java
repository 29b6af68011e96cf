package calendar.bench.system;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/** Looks at a process' memory now and then, until it is closed. */
public final class MemoryWatch implements AutoCloseable {
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final Optional<ProcessFiles> process;
  private final Thread watcher = new Thread(this::watch, "memory watch");
  private volatile double highest;

  private MemoryWatch(Optional<ProcessHandle> process) {
    this.process = process.map(ProcessFiles::of);
  }

  /** Begins, if the process is known. */
  public static MemoryWatch start(Optional<ProcessHandle> process) {
    MemoryWatch watch = new MemoryWatch(process);
    watch.watcher.setDaemon(true);
    watch.watcher.start();
    return watch;
  }

  /** The most that was seen in RAM, in MB of a million bytes; empty if the process is not known. */
  public OptionalDouble highestMegabytes() {
    return process.isPresent() ? OptionalDouble.of(highest) : OptionalDouble.empty();
  }

  @Override
  public void close() {
    watcher.interrupt();
  }

  private void watch() {
    try {
      while (process.isPresent()) {
        highest = Math.max(highest, process.get().residentMegabytes());
        Thread.sleep(PERIOD.toMillis());
      }
    } catch (InterruptedException | IllegalStateException end) {
      // Closed, or the process has ended.
    }
  }
}

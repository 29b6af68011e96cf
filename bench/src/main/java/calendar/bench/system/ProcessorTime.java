package calendar.bench.system;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much processor time the load generator and the system's processes have taken so far.
 *
 * @param taken by name
 */
public record ProcessorTime(Map<String, Duration> taken) {
  private static final OperatingSystemMXBean THIS_PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  /** Up to now. */
  public static ProcessorTime of(BenchedSystem system) {
    return of(system, system.api());
  }

  /**
   * Up to now.
   *
   * @param server the API to count
   */
  public static ProcessorTime of(BenchedSystem system, Optional<ProcessHandle> server) {
    Map<String, Duration> taken = new LinkedHashMap<>();
    taken.put("generator", Duration.ofNanos(THIS_PROCESS.getProcessCpuTime()));
    server.ifPresent(api -> taken.put("api", alone(api)));
    system.postgres().ifPresent(postgres -> taken.put("postgresql", withChildren(postgres)));
    return new ProcessorTime(taken);
  }

  /** What was taken since an earlier moment, by name, in microseconds for each of some calls. */
  public Map<String, Double> microsecondsPerCall(ProcessorTime earlier, long calls) {
    Map<String, Double> each = new LinkedHashMap<>();
    taken.forEach(
        (name, time) ->
            each.put(name, time.minus(earlier.taken.get(name)).toNanos() / 1e3 / calls));
    return each;
  }

  /**
   * Of a process and its children, also of those that have ended. If one ends in between, its time
   * moves to its parent: then this looks again, or it would miss that time or count it twice.
   */
  static Duration withChildren(ProcessHandle process) {
    ProcessFiles files = ProcessFiles.of(process);
    Duration ended;
    Duration others;
    do {
      ended = files.processorTimeOfEndedChildren();
      others = process.children().map(ProcessorTime::alone).reduce(alone(process), Duration::plus);
    } while (!ended.equals(files.processorTimeOfEndedChildren()));
    return ended.plus(others);
  }

  /** Zero for one that has ended. */
  private static Duration alone(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}

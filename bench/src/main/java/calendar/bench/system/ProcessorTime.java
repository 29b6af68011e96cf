package calendar.bench.system;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much processor time the load generator and the system's processes have taken so far. */
public final class ProcessorTime {
  private static final OperatingSystemMXBean THIS_PROCESS =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final Map<String, Duration> taken;

  private ProcessorTime(Map<String, Duration> taken) {
    this.taken = taken;
  }

  /** Up to now. */
  public static ProcessorTime of(BenchedSystem system) {
    Map<String, Duration> taken = new LinkedHashMap<>();
    taken.put("generator", Duration.ofNanos(THIS_PROCESS.getProcessCpuTime()));
    system.api().ifPresent(api -> taken.put("api", ProcessFiles.of(api).processorTime()));
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

  private static Duration withChildren(ProcessHandle process) {
    Duration all = ProcessFiles.of(process).processorTimeWithEndedChildren();
    for (ProcessHandle child : process.children().toList()) {
      try {
        all = all.plus(ProcessFiles.of(child).processorTime());
      } catch (IllegalStateException endedMeanwhile) {
        // Its time is now its parent's.
      }
    }
    return all;
  }
}

package calendar.metrics;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.Metadata;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;
import org.eclipse.microprofile.metrics.Timer;

/**
 * A metric registry for tests without a server. Supports counters, gauges and timers that metadata
 * describe. A metric's key is its name, followed by the values of its tags.
 */
public final class RecordedMetrics {
  private final Map<String, AtomicLong> counters = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Number>> gauges = new ConcurrentHashMap<>();
  private final Map<String, List<Duration>> timers = new ConcurrentHashMap<>();

  /** Returns the registry that records into this object. */
  public MetricRegistry registry() {
    return proxy(MetricRegistry.class, this::register);
  }

  /** The counters that are not zero, by key. */
  public Map<String, Long> counts() {
    Map<String, Long> counts = new TreeMap<>();
    counters.forEach((key, count) -> counts.put(key, count.get()));
    counts.values().removeIf(count -> count == 0);
    return counts;
  }

  public double gauge(String name) {
    return gauges.get(name).get().doubleValue();
  }

  /** The durations that a timer has recorded. */
  public List<Duration> timer(String name) {
    return List.copyOf(timers.get(name));
  }

  @SuppressWarnings("unchecked")
  private Object register(Method method, Object[] arguments) {
    String name = ((Metadata) arguments[0]).getName();
    switch (method.getName()) {
      case "counter":
        return counter(arguments.length > 1 ? key(name, (Tag[]) arguments[1]) : name);
      case "timer":
        return timing(timers.computeIfAbsent(name, unused -> new ArrayList<>()));
      case "gauge":
        Function<Object, Number> value = (Function<Object, Number>) arguments[2];
        gauges.put(name, () -> value.apply(arguments[1]));
        return null;
      default:
        throw new AssertionError("a metric of a kind that is not recorded: " + method);
    }
  }

  private static String key(String name, Tag[] tags) {
    Stream<String> values = Arrays.stream(tags).map(Tag::getTagValue);
    return Stream.concat(Stream.of(name), values).collect(Collectors.joining(" "));
  }

  private Counter counter(String key) {
    AtomicLong count = counters.computeIfAbsent(key, unused -> new AtomicLong());
    return new Counter() {
      @Override
      public void inc() {
        count.incrementAndGet();
      }

      @Override
      public void inc(long number) {
        count.addAndGet(number);
      }

      @Override
      public long getCount() {
        return count.get();
      }
    };
  }

  private static Timer timing(List<Duration> recorded) {
    return proxy(
        Timer.class,
        (method, arguments) -> {
          if (!method.getName().equals("update")) {
            throw new AssertionError("a call of a timer that is not recorded: " + method);
          }
          recorded.add((Duration) arguments[0]);
          return null;
        });
  }

  private interface Call {
    Object run(Method method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Call call) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> call.run(method, arguments)));
  }
}

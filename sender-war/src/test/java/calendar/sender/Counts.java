package calendar.sender;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.metrics.Counter;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** A registry of metrics outside of a server; it counts, and forgets all that is no counter. */
final class Counts {
  private final Map<String, Long> counts = new TreeMap<>();

  /** Those that are not zero, by name, with the value of a tag behind it. */
  Map<String, Long> all() {
    return counts;
  }

  MetricRegistry registry() {
    return proxy(
        MetricRegistry.class,
        (method, arguments) -> {
          if (!method.equals("counter")) {
            return null;
          }
          Tag[] tags = arguments.length > 1 ? (Tag[]) arguments[1] : new Tag[0];
          return counter(arguments[0] + (tags.length > 0 ? " " + tags[0].getTagValue() : ""));
        });
  }

  private Counter counter(String name) {
    return proxy(
        Counter.class,
        (method, arguments) -> {
          long step = arguments == null ? 1 : (Long) arguments[0];
          if (step > 0) {
            counts.merge(name, step, Long::sum);
          }
          return null;
        });
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}

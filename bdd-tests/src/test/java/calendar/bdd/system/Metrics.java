package calendar.bdd.system;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the metrics page in Prometheus's text format. */
public record Metrics(String page) {
  private static final String TIMER = "calendar_grpc_request_duration_seconds";

  /** The number of calls of a method that ended with a code. */
  public double calls(String method, String code) {
    return sum("_count", method, code);
  }

  /** The total duration of these calls, in seconds. */
  public double seconds(String method, String code) {
    return sum("_sum", method, code);
  }

  /** Returns true if there is a histogram of the durations. */
  public boolean hasBuckets(String method, String code) {
    return samples("_bucket", method, code).find();
  }

  private double sum(String suffix, String method, String code) {
    return samples(suffix, method, code)
        .results()
        .mapToDouble(sample -> Double.parseDouble(sample.group(1)))
        .sum();
  }

  private Matcher samples(String suffix, String method, String code) {
    String labels = "(?=[^}]*\\bcode=\"%s\")(?=[^}]*\\bmethod=\"%s\")[^}]*".formatted(code, method);
    return Pattern.compile("(?m)^" + TIMER + suffix + "\\{" + labels + "} (\\S+)").matcher(page);
  }
}

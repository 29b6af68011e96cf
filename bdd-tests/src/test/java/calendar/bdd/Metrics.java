package calendar.bdd;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of metrics as it stood at one moment, in the text format of Prometheus. */
record Metrics(String page) {
  private static final String TIMER = "calendar_grpc_request_duration_seconds";

  /** How many calls of the method have ended with the code. */
  double calls(String method, String code) {
    return sum("_count", method, code);
  }

  /** How many seconds they took together. */
  double seconds(String method, String code) {
    return sum("_sum", method, code);
  }

  /** Whether the times can be told apart, by a histogram. */
  boolean hasBuckets(String method, String code) {
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

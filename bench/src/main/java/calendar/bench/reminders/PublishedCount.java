package calendar.bench.reminders;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;

/** How many reminders a scheduler says it has published. */
record PublishedCount(URI http) {
  private static final String METRIC = "calendar_reminders_published_total";

  long now() throws IOException {
    URL metrics = http.resolve("/metrics").toURL();
    try (InputStream answer = metrics.openStream()) {
      return read(new String(answer.readAllBytes(), UTF_8));
    }
  }

  /** Reads it from the text of the metrics; 0 while there is none. */
  static long read(String metrics) {
    return metrics
        .lines()
        .filter(line -> line.startsWith(METRIC))
        .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }
}

package calendar.bench.limit;

import calendar.bench.BenchException;
import calendar.bench.figures.Spread;
import calendar.local.broker.BrokerAccess;
import calendar.local.process.SourceTree;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * RabbitMQ's own load generator, on a separate class path: how many messages the broker confirms to
 * one publisher.
 */
public record PerfTest(BrokerAccess broker) {
  /** While it and the broker get up to speed. */
  private static final int FIRST_SECONDS = 3;

  private static final Pattern CONFIRMED =
      Pattern.compile("time[: ]+([0-9.]+) ?s, .*confirmed: ([0-9]+) msg/s");
  private static final String QUEUE = "calendar.bench";
  private static final Path LIBRARIES = Path.of("bench/perf-test/target/lib");

  /**
   * Publishes persistent messages to a quorum queue.
   *
   * @param bytes of each
   * @param inFlight how many are not confirmed yet, at most
   * @return how many were confirmed per second, the median of the seconds after the first few
   */
  public double confirmedPerSecond(int bytes, int inFlight, Duration duration) throws Exception {
    String options =
        "com.rabbitmq.perf.PerfTest --uri %s --producers 1 --consumers 0 --queue %s --quorum-queue"
            + " --flag persistent --flag mandatory --confirm %d --size %d --time %d";
    long seconds = FIRST_SECONDS + duration.toSeconds();
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(List.of("-cp", libraries().resolve("*").toString()));
    words.addAll(List.of(options.formatted(uri(), QUEUE, inFlight, bytes, seconds).split(" ")));
    try {
      return median(ExternalProgram.output(words, Map.of()));
    } finally {
      deleteQueue();
    }
  }

  static double median(String output) {
    List<Double> rates =
        CONFIRMED
            .matcher(output)
            .results()
            .filter(second -> Double.parseDouble(second.group(1)) > FIRST_SECONDS)
            .map(second -> Double.valueOf(second.group(2)))
            .toList();
    if (rates.isEmpty()) {
      throw BenchException.failed("perf-test reported no rate: " + output);
    }
    return Spread.of(rates).median();
  }

  private String uri() {
    String vhost = broker.vhost().equals("/") ? "%2f" : broker.vhost();
    return "amqp://%s:%s@%s:%d/%s"
        .formatted(broker.user(), broker.password(), broker.host(), broker.port(), vhost);
  }

  private void deleteQueue() throws Exception {
    ConnectionFactory factory = new ConnectionFactory();
    factory.setUri(uri());
    try (Connection connection = factory.newConnection()) {
      connection.createChannel().queueDelete(QUEUE);
    }
  }

  private static Path libraries() {
    return SourceTree.find(LIBRARIES)
        .orElseThrow(
            () -> BenchException.usage("perf-test is not built: run \"make build\" first"));
  }
}

package calendar.bench.limit;

import calendar.bench.BenchException;
import calendar.bench.figures.Spread;
import calendar.local.broker.BrokerAccess;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
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

  /**
   * Publishes persistent messages to a quorum queue.
   *
   * @param bytes of each
   * @param inFlight how many are not confirmed yet, at most
   * @return how many were confirmed per second, the median of the seconds after the first few
   */
  public double confirmedPerSecond(int bytes, int inFlight, Duration duration) throws IOException {
    List<String> words = new ArrayList<>();
    words.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    words.addAll(List.of("-cp", libraries().resolve("*").toString()));
    words.add("com.rabbitmq.perf.PerfTest");
    words.addAll(List.of("--uri", uri(), "--producers", "1", "--consumers", "0"));
    words.addAll(List.of("--quorum-queue", "--queue", QUEUE, "--flag", "persistent"));
    words.addAll(List.of("--flag", "mandatory"));
    words.addAll(List.of("--confirm", Integer.toString(inFlight)));
    words.addAll(List.of("--size", Integer.toString(bytes)));
    words.addAll(List.of("--time", Long.toString(FIRST_SECONDS + duration.toSeconds())));
    try {
      return median(ExternalProgram.output(words, Map.of()));
    } finally {
      deleteQueue();
    }
  }

  static double median(String output) {
    List<Double> seconds = new ArrayList<>();
    Matcher second = CONFIRMED.matcher(output);
    while (second.find()) {
      if (Double.parseDouble(second.group(1)) > FIRST_SECONDS) {
        seconds.add(Double.parseDouble(second.group(2)));
      }
    }
    if (seconds.isEmpty()) {
      throw BenchException.failed("perf-test reported no rate: " + output);
    }
    return Spread.of(seconds).median();
  }

  private String uri() {
    String vhost = broker.vhost().equals("/") ? "%2f" : broker.vhost();
    return "amqp://%s:%s@%s:%d/%s"
        .formatted(broker.user(), broker.password(), broker.host(), broker.port(), vhost);
  }

  private void deleteQueue() throws IOException {
    ConnectionFactory factory = new ConnectionFactory();
    try {
      factory.setUri(uri());
      try (Connection connection = factory.newConnection()) {
        connection.createChannel().queueDelete(QUEUE);
      }
    } catch (TimeoutException | URISyntaxException | GeneralSecurityException failure) {
      throw new IOException(failure);
    }
  }

  /** Beside this program's own jar: {@code bench/perf-test} is built before {@code bench}. */
  private static Path libraries() {
    try {
      Path code =
          Path.of(PerfTest.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path folder = code.getParent().getParent().resolve("perf-test/target/lib");
      if (!Files.isDirectory(folder)) {
        throw BenchException.usage("perf-test is not built: run \"make build\" first");
      }
      return folder;
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

package calendar.local.broker;

import calendar.local.process.Await;
import calendar.local.process.GuardedCommand;
import calendar.local.process.GuardedProcess;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The process of a broker that listens on the loopback address. */
final class BrokerProcess implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final String name;
  private final int port;
  private final Consumer<String> output;
  private final String readyWords;
  private volatile boolean saidReady;
  private GuardedProcess process;

  /**
   * One that does not run yet.
   *
   * @param readyWords what a line of its output says once it is ready; empty when answering means
   *     being ready
   */
  BrokerProcess(String name, int port, Consumer<String> output, String readyWords) {
    this.name = name;
    this.port = port;
    this.output = output;
    this.readyWords = readyWords;
  }

  /**
   * Starts it and returns once it answers.
   *
   * @param variables its environment, besides the search path
   */
  void start(List<String> words, Path folder, Map<String, String> variables) {
    if (!Ports.isFree(port)) {
      throw new LocalException(
          "Port %d, %s's, is taken: stop the program that listens there".formatted(port, name));
    }
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PATH", System.getenv("PATH"));
    saidReady = readyWords.isEmpty();
    process =
        GuardedProcess.start(
            new GuardedCommand(words, environment, folder, "TERM", STOP_LIMIT), this::read);
    try {
      Await.until(name + " answers", START_LIMIT, this::answers);
    } catch (LocalException failure) {
      close();
      throw failure;
    }
  }

  void kill() {
    process.kill();
  }

  void signal(String signal) {
    process.signal(signal);
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
    }
  }

  private void read(String line) {
    saidReady |= line.contains(readyWords);
    output.accept(line);
  }

  private boolean answers() {
    if (!process.isAlive()) {
      int status = process.waitFor();
      throw new LocalException(
          "%s ended at its start with status %d:%n%s"
              .formatted(name, status, String.join("\n", process.lastLines())));
    }
    return saidReady && AmqpHandshake.succeeds("127.0.0.1", port);
  }
}

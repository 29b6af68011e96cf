package calendar.local.broker;

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

/** A broker that is one process of this machine. */
abstract class BrokerProcess extends OwnBroker {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(20);

  private final String name;
  private final Consumer<String> output;
  private final String readyWords;
  private volatile boolean saidReady;
  private GuardedProcess process;

  /**
   * A broker that does not run yet.
   *
   * @param readyWords part of the line that it writes when it is ready; empty if it is ready as
   *     soon as it answers
   */
  BrokerProcess(String name, Path folder, int port, Consumer<String> output, String readyWords) {
    super(folder, port);
    this.name = name;
    this.output = output;
    this.readyWords = readyWords;
  }

  /**
   * Runs its program and returns once it answers.
   *
   * @param variables its environment, in addition to PATH
   */
  final void run(List<String> words, Path folder, Map<String, String> variables) {
    Ports.requireFree(port(), name);
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("PATH", System.getenv("PATH"));
    saidReady = readyWords.isEmpty();
    process =
        GuardedProcess.start(
            new GuardedCommand(words, environment, folder, "TERM", STOP_LIMIT), this::read);
    try {
      process.awaitReady(
          name, START_LIMIT, () -> saidReady && AmqpHandshake.succeeds("127.0.0.1", port()));
    } catch (LocalException failure) {
      remove();
      throw failure;
    }
  }

  @Override
  public void stop() {
    remove();
  }

  @Override
  public void kill() {
    process.kill();
  }

  @Override
  public void pause() {
    process.signal("STOP");
  }

  @Override
  public void resume() {
    process.signal("CONT");
  }

  @Override
  void remove() {
    if (process != null) {
      process.close();
    }
  }

  private void read(String line) {
    saidReady |= line.contains(readyWords);
    output.accept(line);
  }
}

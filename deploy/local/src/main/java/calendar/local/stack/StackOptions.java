package calendar.local.stack;

import calendar.local.broker.BrokerKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to start a {@link LocalStack}. Immutable: the {@code with} methods return changed copies.
 *
 * @param config the configuration file of the services
 * @param environment the {@code CALENDAR_} variables that they see, since none is inherited, and
 *     others that replace inherited ones
 * @param data where an embedded database and a broker of our own keep their data; temporary, with
 *     free ports, if empty
 * @param durableDatabase where a temporary database keeps its data if its commits are to be as
 *     durable as a kept one's; otherwise they are quicker
 * @param reminders how much is started for reminders
 * @param broker what a broker of our own is
 * @param listeners receive what happens
 */
public record StackOptions(
    Optional<Path> config,
    Map<String, String> environment,
    Optional<Path> data,
    Optional<Path> durableDatabase,
    Reminders reminders,
    BrokerKind broker,
    Listeners listeners) {

  /** How much is started for reminders. */
  public enum Reminders {
    /** A broker, a scheduler and a sender. */
    ALL,
    /** A broker: schedulers and senders are started later, one by one. */
    BROKER,
    /** Nothing: only the API, which starts quickly. */
    NONE
  }

  /**
   * Listeners. Several threads call each of them.
   *
   * @param progress receives a line before each step
   * @param output receives each line of the programs, with the program's name before it, except
   *     reminders
   * @param reminders receives the line of each reminder that a sender prints, unchanged
   */
  record Listeners(
      Consumer<String> progress, Consumer<String> output, Consumer<String> reminders) {}

  public StackOptions {
    environment = Map.copyOf(environment);
  }

  /** For tests: on free ports, all files temporary, several may run at once, silent. */
  public static StackOptions temporary() {
    return on(Optional.empty(), BrokerKind.bestForTests());
  }

  /** For work: on the configured ports, data kept in a folder. */
  public static StackOptions kept(Path data) {
    return on(Optional.of(data), BrokerKind.best());
  }

  public StackOptions withConfig(Path file) {
    return new StackOptions(
        Optional.of(file), environment, data, durableDatabase, reminders, broker, listeners);
  }

  /** Sets variables, in addition to those that are set. */
  public StackOptions withEnvironment(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new StackOptions(config, all, data, durableDatabase, reminders, broker, listeners);
  }

  /**
   * For servers that do not live long: without Java's second compiler, which more than doubles the
   * work of a start.
   */
  public StackOptions withQuickStarts() {
    return withEnvironment(Map.of("JVM_ARGS", "-XX:TieredStopAtLevel=1"));
  }

  /** Sets those variables that are not set yet. */
  StackOptions withDefaults(Map<String, String> variables) {
    return new StackOptions(config, variables, data, durableDatabase, reminders, broker, listeners)
        .withEnvironment(environment);
  }

  /** Without broker, scheduler and sender: only the API, which starts quickly. */
  public StackOptions withoutReminders() {
    return withReminders(Reminders.NONE);
  }

  public StackOptions withReminders(Reminders choice) {
    return new StackOptions(config, environment, data, durableDatabase, choice, broker, listeners);
  }

  /** For measurements: a temporary database whose commits are durable, on the disk of a folder. */
  public StackOptions withDurableDatabase(Path parent) {
    return new StackOptions(
        config, environment, data, Optional.of(parent), reminders, broker, listeners);
  }

  /** Chooses what the broker is, unless the configuration or the environment names one. */
  public StackOptions withBroker(BrokerKind kind) {
    return new StackOptions(config, environment, data, durableDatabase, reminders, kind, listeners);
  }

  public StackOptions withProgress(Consumer<String> listener) {
    return with(new Listeners(listener, listeners.output, listeners.reminders));
  }

  public StackOptions withOutput(Consumer<String> listener) {
    return with(new Listeners(listeners.progress, listener, listeners.reminders));
  }

  public StackOptions withReminderLines(Consumer<String> listener) {
    return with(new Listeners(listeners.progress, listeners.output, listener));
  }

  private StackOptions with(Listeners others) {
    return new StackOptions(config, environment, data, durableDatabase, reminders, broker, others);
  }

  private static StackOptions on(Optional<Path> data, BrokerKind broker) {
    return new StackOptions(
        Optional.empty(),
        Map.of(),
        data,
        Optional.empty(),
        Reminders.ALL,
        broker,
        new Listeners(line -> {}, line -> {}, line -> {}));
  }
}

package calendar.local.stack;

import calendar.local.broker.BrokerKind;
import calendar.local.process.Ports;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How to start a {@link LocalStack}. Immutable: the {@code with} methods return changed copies.
 * Several threads call each of the consumers.
 *
 * @param config the configuration file of the services
 * @param environment the {@code CALENDAR_} variables that they see, since none is inherited, and
 *     others that replace inherited ones
 * @param data where an embedded database and a broker of our own keep their data; temporary, with
 *     free ports, if empty
 * @param durableDatabase where a temporary database keeps its data if its commits are to be as
 *     durable as a kept one's; otherwise they are quicker
 * @param reminders how much is started for reminders
 * @param broker what a broker of our own is, unless the configuration or the environment names one
 * @param progress receives a line before each step
 * @param output receives each line of the programs, with the program's name before it, except
 *     reminders
 * @param reminderLines receives the line of each reminder that a sender prints, unchanged
 */
@RecordBuilder
public record StackOptions(
    Optional<Path> config,
    Map<String, String> environment,
    Optional<Path> data,
    Optional<Path> durableDatabase,
    Reminders reminders,
    BrokerKind broker,
    Consumer<String> progress,
    Consumer<String> output,
    Consumer<String> reminderLines)
    implements StackOptionsBuilder.With {

  /** How much is started for reminders. */
  public enum Reminders {
    /** A broker, a scheduler and a sender. */
    ALL,
    /** A broker: schedulers and senders are started later, one by one. */
    BROKER,
    /** Nothing: only the API, which starts quickly. */
    NONE
  }

  /** For tests: on free ports, all files temporary, several may run at once, silent. */
  public static StackOptions temporary() {
    return silent(Optional.empty(), BrokerKind.bestForTests());
  }

  /** For work: on the configured ports, data kept in a folder. */
  public static StackOptions kept(Path data) {
    return silent(Optional.of(data), BrokerKind.best());
  }

  /**
   * For servers that do not live long: without Java's second compiler, which more than doubles the
   * work of a start.
   */
  public StackOptions withQuickStarts() {
    Map<String, String> quick = new HashMap<>(environment);
    quick.put("JVM_ARGS", "-XX:TieredStopAtLevel=1");
    return withEnvironment(quick);
  }

  private static StackOptions silent(Optional<Path> data, BrokerKind broker) {
    return new StackOptions(
        Optional.empty(),
        Map.of(),
        data,
        Optional.empty(),
        Reminders.ALL,
        broker,
        line -> {},
        line -> {},
        line -> {});
  }

  /** A port for a server: for work the usual one if it is free. */
  int port(int usual) {
    return data.isPresent() && Ports.isFree(usual) ? usual : Ports.free();
  }

  /** Where the lines of a program go that are not reminders. */
  Consumer<String> output(String program) {
    return line -> output.accept(program + " | " + line);
  }
}

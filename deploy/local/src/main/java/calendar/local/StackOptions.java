package calendar.local;

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
 * @param data where an embedded database keeps its data; temporary, with free ports, if empty
 * @param progress is told in a line what happens next
 * @param output is told what the programs write, each line with the program's name before it
 */
public record StackOptions(
    Optional<Path> config,
    Map<String, String> environment,
    Optional<Path> data,
    Consumer<String> progress,
    Consumer<String> output) {

  public StackOptions {
    environment = Map.copyOf(environment);
  }

  /** For tests: on free ports, all files temporary, several may run at once, silent. */
  public static StackOptions temporary() {
    return new StackOptions(Optional.empty(), Map.of(), Optional.empty(), line -> {}, line -> {});
  }

  /** For work: on the configured ports, data kept in a folder. */
  public static StackOptions kept(Path data) {
    return new StackOptions(Optional.empty(), Map.of(), Optional.of(data), line -> {}, line -> {});
  }

  public StackOptions withConfig(Path file) {
    return new StackOptions(Optional.of(file), environment, data, progress, output);
  }

  /** Sets variables, in addition to those that are set. */
  public StackOptions withEnvironment(Map<String, String> variables) {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(variables);
    return new StackOptions(config, all, data, progress, output);
  }

  /** Sets those variables that are not set yet. */
  StackOptions withDefaults(Map<String, String> variables) {
    return new StackOptions(config, variables, data, progress, output).withEnvironment(environment);
  }

  public StackOptions withProgress(Consumer<String> listener) {
    return new StackOptions(config, environment, data, listener, output);
  }

  public StackOptions withOutput(Consumer<String> listener) {
    return new StackOptions(config, environment, data, progress, listener);
  }
}

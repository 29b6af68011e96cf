package calendar.local;

import calendar.config.ConfigException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code make run}: the whole system, until Ctrl-C. */
@Command(
    name = "make run",
    description = "Starts a database and the calendar's servers, until Ctrl-C.")
public final class LocalRun implements Callable<Integer> {
  @Option(names = "--config", required = true, description = "The configuration file.")
  private Path config;

  @Option(names = "--data", required = true, description = "Where an embedded database keeps data.")
  private Path data;

  /** Not while it starts or stops: how servers do that need not be read, it is in their logs. */
  private final AtomicBoolean showOutput = new AtomicBoolean();

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new LocalRun()).execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      LocalStack stack = new LocalStack(options());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
      endWithParent();
      stack.start();
      System.out.println(new Board(stack, data).text());
      showOutput.set(true);
      int status = stack.api().awaitEnd();
      boolean byItself = showOutput.get();
      if (byItself) {
        System.err.printf("calendar_api has ended with status %d.%n", status);
      }
      return 1;
    } catch (ConfigException | LocalException failure) {
      System.err.println(failure.getMessage());
      return 1;
    }
  }

  private StackOptions options() {
    Map<String, String> ours =
        System.getenv().entrySet().stream()
            .filter(variable -> variable.getKey().startsWith("CALENDAR_"))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    return StackOptions.kept(data)
        .withConfig(config)
        .withEnvironment(ours)
        .withProgress(line -> System.out.println(line + " ..."))
        .withOutput(this::print);
  }

  private void print(String line) {
    if (showOutput.get()) {
      System.out.println(line);
    }
  }

  private void stop(LocalStack stack) {
    showOutput.set(false);
    stack.close();
  }

  /** Not even a {@code make} that is killed leaves anything behind. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
  }
}

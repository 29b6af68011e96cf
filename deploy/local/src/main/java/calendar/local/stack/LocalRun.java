package calendar.local.stack;

import calendar.config.ConfigException;
import calendar.local.broker.BrokerKind;
import calendar.local.process.LocalException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.Style;
import picocli.CommandLine.Option;

/** {@code make run} and {@code make dev}: the system, until Ctrl-C. */
@Command(
    name = "make run",
    description = "Starts a database, a broker and the calendar's servers, until Ctrl-C.")
public final class LocalRun implements Callable<Integer> {
  @Option(names = "--config", required = true, description = "The configuration file.")
  private Path config;

  @Option(names = "--data", required = true, description = "Where database and broker keep data.")
  private Path data;

  @Option(
      names = "--broker",
      description =
          "Which broker to run where none is named: rabbitmq or qpid; without this option an"
              + " installed RabbitMQ, else Qpid.")
  private BrokerKind broker = BrokerKind.best();

  @Option(
      names = "--dev",
      description = "Runs only the API, in Liberty's dev mode: it reloads changed classes.")
  private boolean dev;

  /** Not while it starts or stops: how servers do that need not be read, it is in their logs. */
  private final AtomicBoolean showOutput = new AtomicBoolean();

  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new LocalRun())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(arguments));
  }

  @Override
  public Integer call() {
    try {
      LocalStack stack = new LocalStack(options());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stack), "stop"));
      endWithParent();
      return dev ? new DevMode(stack).run() : run(stack);
    } catch (ConfigException | LocalException failure) {
      System.err.println(failure.getMessage());
      return 1;
    }
  }

  private int run(LocalStack stack) {
    stack.start();
    System.out.println(new StatusPanel(stack, data).text());
    showOutput.set(true);
    Object end = firstEnd(stack);
    boolean byItself = showOutput.get();
    if (byItself) {
      System.err.println(end);
    }
    return 1;
  }

  /** Waits until one of the servers ends. */
  private static Object firstEnd(LocalStack stack) {
    return CompletableFuture.anyOf(
            stack.services().stream()
                .map(ServiceProcess::onEnd)
                .toArray(CompletableFuture<?>[]::new))
        .join();
  }

  private StackOptions options() {
    if (broker == BrokerKind.CONTAINER) {
      throw new LocalException("A broker in a container is for tests: name rabbitmq or qpid");
    }
    return StackOptions.kept(data)
        .withConfig(Optional.of(config))
        .withEnvironment(System.getenv())
        .withBroker(broker)
        .withProgress(line -> System.out.println(line + " ..."))
        .withOutput(this::print)
        .withReminderLines(line -> System.out.println(standingOut("REMINDER " + line)));
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

  /** In bold, where the terminal can. */
  private static String standingOut(String line) {
    return Ansi.AUTO.enabled() ? Style.bold.on() + line + Style.bold.off() : line;
  }

  /** Not even a {@code make} that is killed leaves anything behind. */
  private static void endWithParent() {
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> System.exit(1)));
  }
}

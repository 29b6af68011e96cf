package calendar.bench.system;

import calendar.client.Address;
import calendar.local.broker.BrokerKind;
import calendar.local.broker.OwnBroker;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.stack.LocalStack;
import calendar.local.stack.StackOptions;
import calendar.local.stack.StackOptions.Reminders;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A system of our own, on free ports, with durable commits; all its data are temporary. */
public final class OwnSystem implements BenchedSystem {
  private final LocalStack stack;
  private final FirstStart firstStart;

  private OwnSystem(LocalStack stack, FirstStart firstStart) {
    this.stack = stack;
    this.firstStart = firstStart;
  }

  /**
   * Starts it.
   *
   * @param data where the database's folder is made, on the disk to be measured
   * @param reminders whether there is a broker; schedulers and senders are started later
   * @param progress receives a line before each step
   */
  public static OwnSystem start(Path data, boolean reminders, Consumer<String> progress) {
    AtomicLong lastBegin = new AtomicLong();
    StackOptions options =
        StackOptions.temporary()
            .withDurableDatabase(Optional.of(data))
            .withBroker(BrokerKind.best())
            .withReminders(reminders ? Reminders.BROKER : Reminders.NONE)
            .withProgress(
                line -> {
                  lastBegin.set(System.nanoTime());
                  progress.accept(line);
                });
    LocalStack stack = LocalStack.start(options);
    // The API is what is started last.
    // So that Ctrl-C leaves nothing behind.
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    double seconds = (System.nanoTime() - lastBegin.get()) / 1e9;
    double megabytes = ProcessFiles.of(stack.api().process()).residentMegabytes();
    return new OwnSystem(stack, new FirstStart(seconds, megabytes));
  }

  /** What was seen when the API had just started that had never run before. */
  @Override
  public Optional<FirstStart> firstStart() {
    return Optional.of(firstStart);
  }

  @Override
  public Address grpc() {
    return Address.parse(stack.grpcAddress());
  }

  @Override
  public DatabaseAccess database() {
    return stack.database().orElseThrow();
  }

  @Override
  public Optional<LocalStack> own() {
    return Optional.of(stack);
  }

  @Override
  public String describe() {
    return stack
        .ownBroker()
        .map(OwnBroker::describe)
        .map("its own, with "::concat)
        .orElse("its own, without a broker");
  }

  @Override
  public void close() {
    stack.close();
  }
}

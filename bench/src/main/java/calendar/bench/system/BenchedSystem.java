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

/**
 * The calendar that is measured.
 *
 * @param grpc where its gRPC answers
 * @param database for measurements of the database alone
 * @param own the system with all its processes, if it was started for this and may be stopped
 * @param firstStart the first start of the API, if that was seen
 */
public record BenchedSystem(
    Address grpc,
    DatabaseAccess database,
    Optional<LocalStack> own,
    Optional<FirstStart> firstStart)
    implements AutoCloseable {

  /**
   * What the first start of an API took that had never run before.
   *
   * @param seconds until it was ready
   * @param megabytes of a million bytes in RAM then
   */
  public record FirstStart(double seconds, double megabytes) {}

  /**
   * Starts a system of our own, on free ports, with durable commits; all its data are temporary.
   *
   * @param data where the database's folder is made, on the disk to be measured
   * @param reminders whether there is a broker; schedulers and senders are started later
   * @param progress receives a line before each step
   */
  public static BenchedSystem start(Path data, boolean reminders, Consumer<String> progress) {
    // The API starts last.
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
    double seconds = (System.nanoTime() - lastBegin.get()) / 1e9;
    // So that Ctrl-C leaves nothing behind.
    Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
    double megabytes = ProcessFiles.of(stack.api().process()).residentMegabytes();
    return new BenchedSystem(
        Address.parse(stack.grpcAddress()),
        stack.database().orElseThrow(),
        Optional.of(stack),
        Optional.of(new FirstStart(seconds, megabytes)));
  }

  /** The API's process, if it is known. */
  public Optional<ProcessHandle> api() {
    return own.map(stack -> stack.api().process());
  }

  /** PostgreSQL's first process, if it is known. */
  Optional<ProcessHandle> postgres() {
    return own.flatMap(LocalStack::embeddedDatabase).map(server -> server.process());
  }

  /** What it is, for people. */
  public String describe() {
    Optional<String> broker = own.flatMap(LocalStack::ownBroker).map(OwnBroker::describe);
    return own.isEmpty()
        ? "one that was running already"
        : "its own, " + broker.map("with "::concat).orElse("without a broker");
  }

  /** Stops it if it is our own. */
  @Override
  public void close() {
    own.ifPresent(LocalStack::close);
  }
}

package calendar.bench.system;

import calendar.bench.figures.Figures;
import calendar.client.Address;
import calendar.local.BrokerKind;
import calendar.local.DatabaseAccess;
import calendar.local.LocalStack;
import calendar.local.OwnBroker;
import calendar.local.StackOptions;
import calendar.local.StackOptions.Reminders;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A system of our own, on free ports, with durable commits; all its data are temporary. */
public final class OwnSystem implements BenchedSystem {
  private final LocalStack stack;
  private final double firstStartSeconds;

  private OwnSystem(LocalStack stack, double firstStartSeconds) {
    this.stack = stack;
    this.firstStartSeconds = firstStartSeconds;
  }

  /**
   * Starts it.
   *
   * @param data where the database's folder is made, on the disk to be measured
   * @param reminders whether there is a broker; schedulers and senders are started later
   * @param progress is told in a line what happens next
   */
  public static OwnSystem start(Path data, boolean reminders, Consumer<String> progress) {
    AtomicLong lastBegin = new AtomicLong();
    StackOptions options =
        StackOptions.temporary()
            .withDurableDatabase(data.toAbsolutePath())
            .withBroker(BrokerKind.best())
            .withReminders(reminders ? Reminders.BROKER : Reminders.NONE)
            .withProgress(
                line -> {
                  lastBegin.set(System.nanoTime());
                  progress.accept(line);
                });
    LocalStack stack = LocalStack.start(options);
    // The API is what is started last.
    return new OwnSystem(stack, (System.nanoTime() - lastBegin.get()) / 1e9);
  }

  /** How long the API took to be ready that had never run before. */
  public double firstStartSeconds() {
    return firstStartSeconds;
  }

  /** Notes how much memory the API takes that has served nothing yet. */
  public void noteMemoryAfterStart(Figures figures) {
    figures.put(
        "rss_mb.api_after_start", ProcessFiles.of(stack.api().process()).residentMegabytes());
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
    return stack.ownBroker().map(OwnBroker::describe).map("its own, with "::concat).orElse("its own, without a broker");
  }

  @Override
  public void close() {
    stack.close();
  }
}

package calendar.bench.system;

import calendar.client.Address;
import calendar.local.BrokerKind;
import calendar.local.DatabaseAccess;
import calendar.local.LocalStack;
import calendar.local.StackOptions;
import calendar.local.StackOptions.Reminders;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** A system of our own, on free ports, with durable commits; all its data are temporary. */
public final class OwnSystem implements BenchedSystem {
  private final LocalStack stack;

  private OwnSystem(LocalStack stack) {
    this.stack = stack;
  }

  /**
   * Starts it.
   *
   * @param data where the database's folder is made, on the disk to be measured
   * @param reminders whether there is a broker; schedulers and senders are started later
   * @param progress is told in a line what happens next
   * @param lines is told the line of each reminder
   */
  public static OwnSystem start(
      Path data, boolean reminders, Consumer<String> progress, Consumer<String> lines) {
    return new OwnSystem(
        LocalStack.start(
            StackOptions.temporary()
                .withDurableDatabase(data)
                .withBroker(BrokerKind.best())
                .withReminders(reminders ? Reminders.BROKER : Reminders.NONE)
                .withReminderLines(lines)
                .withProgress(progress)));
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
    return "a system of its own";
  }

  @Override
  public void close() {
    stack.close();
  }
}

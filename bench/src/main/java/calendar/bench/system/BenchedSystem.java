package calendar.bench.system;

import calendar.client.Address;
import calendar.local.postgres.DatabaseAccess;
import calendar.local.stack.LocalStack;
import java.util.Optional;

/** The calendar that is measured. */
public interface BenchedSystem extends AutoCloseable {

  /** Where its gRPC answers. */
  Address grpc();

  /** Its database, for what is measured there without the calendar. */
  DatabaseAccess database();

  /** The system with all its processes, if it was started for this and may be stopped. */
  Optional<LocalStack> own();

  /**
   * What the first start of an API took that had never run before.
   *
   * @param seconds until it was ready
   * @param megabytes of a million bytes in RAM then
   */
  record FirstStart(double seconds, double megabytes) {}

  /** Its first start, if that was seen. */
  default Optional<FirstStart> firstStart() {
    return Optional.empty();
  }

  /** The API's process, if it is known. */
  default Optional<ProcessHandle> api() {
    return own().map(stack -> stack.api().process());
  }

  /** PostgreSQL's first process, if it is known. */
  default Optional<ProcessHandle> postgres() {
    return own().flatMap(LocalStack::embeddedDatabase).map(database -> database.process());
  }

  /** What it is, for people. */
  String describe();

  @Override
  void close();
}

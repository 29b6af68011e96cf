package calendar.local.broker;

import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A broker on the loopback address that this process has started. It ends with this process at the
 * latest. Each kind of broker is a subclass.
 *
 * <p>Not safe for use by several threads.
 */
public abstract class OwnBroker implements AutoCloseable {
  private final Path folder;
  private final int port;
  private boolean temporary;

  /** A broker that does not run yet. */
  OwnBroker(Path folder, int port) {
    this.folder = folder;
    this.port = port;
  }

  /**
   * Starts an empty broker for a test, on a free port. {@link #close} removes its data.
   *
   * @throws LocalException if this machine does not have this kind of broker
   */
  public static OwnBroker temporary(BrokerKind kind) {
    OwnBroker broker = kind.broker(Folders.temporary("calendar-broker-"), Ports.free(), line -> {});
    broker.temporary = true;
    return broker.started();
  }

  /**
   * Starts a broker that keeps its data for the next start, if its kind can keep data.
   *
   * @param parent gets a folder for this kind and version of broker
   * @param output receives each line that the broker writes
   * @throws LocalException if the port is taken or another server uses the data
   */
  public static OwnBroker kept(BrokerKind kind, Path parent, int port, Consumer<String> output) {
    return kind.broker(parent, port, output).started();
  }

  /** Returns the address and the login. */
  public final BrokerAccess access() {
    return BrokerAccess.ofGuest(port);
  }

  /** Describes the broker for people, such as "RabbitMQ 3.10.8, a private instance". */
  public abstract String describe();

  /**
   * Starts it, also again after {@link #stop} or {@link #kill}, on the same port. Returns once it
   * answers.
   *
   * @throws LocalException if it ends instead or takes too long
   */
  public abstract void start();

  /** Stops it in an orderly way. Persistent messages stay, if this kind of broker keeps them. */
  public abstract void stop();

  /** Ends it as a crash would (SIGKILL). */
  public abstract void kill();

  /** Freezes it: connections stay open, new ones are accepted, nothing answers. */
  public abstract void pause();

  /** Lets it continue after {@link #pause}. */
  public abstract void resume();

  /** Stops it for good and frees its resources. */
  abstract void remove();

  /** Stops it, and removes its data if they are temporary. */
  @Override
  public final void close() {
    remove();
    if (temporary) {
      Folders.delete(folder);
    }
  }

  /** Returns the folder that its files are in. */
  final Path folder() {
    return folder;
  }

  final int port() {
    return port;
  }

  private OwnBroker started() {
    try {
      start();
      return this;
    } catch (LocalException failure) {
      close();
      throw failure;
    }
  }
}

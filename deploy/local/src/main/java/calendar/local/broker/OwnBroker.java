package calendar.local.broker;

import calendar.local.process.Folders;
import calendar.local.process.LocalException;
import calendar.local.process.Ports;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A broker of our own on the loopback address. It ends with this process at the latest.
 *
 * <p>Not safe for use by several threads.
 */
public final class OwnBroker implements AutoCloseable {
  private final BrokerServer server;
  private final Path folder;
  private final Runnable cleanUp;

  private OwnBroker(BrokerServer server, Path folder, Runnable cleanUp) {
    this.server = server;
    this.folder = folder;
    this.cleanUp = cleanUp;
  }

  /**
   * Starts an empty one for a test, on a free port; {@link #close} removes its data.
   *
   * @throws LocalException if this machine has none of that kind
   */
  public static OwnBroker temporary(BrokerKind kind) {
    Path folder = Folders.temporary("calendar-broker-");
    BrokerServer server = kind.server(folder, Ports.free(), line -> {});
    return new OwnBroker(server, folder, () -> Folders.delete(folder)).started();
  }

  /**
   * Starts one whose data are kept for the next start, if it is of a kind that keeps any.
   *
   * @param parent gets a folder for this kind and version of broker
   * @param port where it listens
   * @param output is told what the server writes
   * @throws LocalException if the port is taken or another server uses the data
   */
  public static OwnBroker kept(BrokerKind kind, Path parent, int port, Consumer<String> output) {
    return new OwnBroker(kind.server(parent, port, output), parent, () -> {}).started();
  }

  /** Where it is and who may use it. */
  public BrokerAccess access() {
    return BrokerAccess.ofGuest(server.port());
  }

  /** What it is, such as "RabbitMQ 3.10.8, a private instance". */
  public String describe() {
    return server.describe();
  }

  /** Where it keeps its files, in a folder of this one. */
  Path folder() {
    return folder;
  }

  /** Stops it in an orderly way. What was persistent stays, if it is of a kind that keeps it. */
  public void stop() {
    server.stop();
  }

  /** Ends it as a crash would (SIGKILL): nothing is written any more. */
  public void kill() {
    server.kill();
  }

  /**
   * Starts it again after {@link #stop} or {@link #kill}, on the same port. Returns once it
   * answers.
   */
  public void start() {
    server.start();
  }

  /** Freezes it: connections stay open, new ones are accepted, nothing answers. */
  public void pause() {
    server.pause();
  }

  /** Lets it go on after {@link #pause}. */
  public void resume() {
    server.resume();
  }

  /** Stops it; removes its data unless they are kept. */
  @Override
  public void close() {
    server.close();
    cleanUp.run();
  }

  private OwnBroker started() {
    try {
      server.start();
      return this;
    } catch (LocalException failure) {
      close();
      throw failure;
    }
  }
}

package calendar.local.process;

import java.nio.file.Path;

/**
 * A server that this process has started, and may stop and start again. It ends with this process
 * at the latest. Not safe for use by several threads.
 */
public interface Server extends AutoCloseable {

  /** Starts a new server and returns it. Closes it if that fails. */
  static <S extends Server> S started(S server) {
    try {
      server.start();
      return server;
    } catch (RuntimeException failure) {
      server.close();
      throw failure;
    }
  }

  /**
   * Starts it, also again after {@link #stop} or {@link #kill}, on the same port. Returns once it
   * is ready.
   *
   * @throws LocalException if it ends instead or takes too long
   */
  void start();

  /** Stops it in an orderly way, if it runs, and by force if that takes too long. Its data stay. */
  void stop();

  /** Ends it as a crash would (SIGKILL). Returns when it has ended. */
  void kill();

  /** Freezes it: connections stay open, new ones are accepted, nothing answers. */
  void pause();

  /** Lets it continue after {@link #pause}. */
  void resume();

  /** Returns the folder of its files. */
  Path folder();

  /** Stops it for good, and removes its data if they are temporary. */
  @Override
  void close();
}

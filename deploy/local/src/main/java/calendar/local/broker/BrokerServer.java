package calendar.local.broker;

import calendar.local.process.LocalException;

/** A broker's server that can be started again and again. Not safe for use by several threads. */
interface BrokerServer extends AutoCloseable {
  /** What it is and whose, for people. */
  String describe();

  /** The TCP port of the loopback address where AMQP is spoken. */
  int port();

  /**
   * Starts it and returns once it answers.
   *
   * @throws LocalException if it ends instead or takes too long
   */
  void start();

  /** Ends it as a crash would (SIGKILL). */
  void kill();

  /** Freezes it: connections stay open, new ones are accepted, nothing answers. */
  void pause();

  /** Lets it go on after {@link #pause}. */
  void resume();

  /** Stops it in an orderly way, if it runs. It can be started again. */
  void stop();

  /** Stops it for good, if it runs, and frees what it holds. */
  @Override
  void close();
}

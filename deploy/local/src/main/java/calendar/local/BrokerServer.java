package calendar.local;

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

  /**
   * Sends it a signal.
   *
   * @param name such as STOP
   */
  void signal(String name);

  /** Stops it, if it runs. */
  @Override
  void close();
}

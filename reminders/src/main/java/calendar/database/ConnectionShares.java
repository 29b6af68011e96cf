package calendar.database;

/**
 * Divides the API server's database connections among its kinds of work, so that changes that wait
 * for each other never block creates, reads or the ping. With six or more connections, and one more
 * for each reader of grants, no thread waits for a connection. With fewer, each kind of work still
 * has one thread, and the threads take turns.
 *
 * @param connections the size of the connection pool, at least 1
 * @param grantReaders threads that read grants; none on a server that permits every call
 */
public record ConnectionShares(int connections, int grantReaders) {
  private static final int WRITERS = 2;

  /** Few readers make large batches and leave connections for updates and deletions. */
  private static final int CONNECTIONS_PER_READER = 8;

  private static final int KINDS_OF_READS = 2;
  private static final int PINGS = 1;

  /** Without readers of grants. */
  public ConnectionShares(int connections) {
    this(connections, 0);
  }

  /** Threads that create events: one collects its next batch while the other writes. */
  public int writers() {
    return WRITERS;
  }

  /** Threads that read by id; the same number of threads lists. */
  public int readersOfAKind() {
    return Math.max(1, connections / CONNECTIONS_PER_READER);
  }

  /** Threads that update and delete: the remaining connections, at least 1. */
  public int changers() {
    int others = WRITERS + KINDS_OF_READS * readersOfAKind() + PINGS + grantReaders;
    return Math.max(1, connections - others);
  }
}

package calendar.database;

/**
 * How the API's server shares out its connections to the database. However many changes wait for
 * each other there, creates and reads go on, and the question whether the database answers is
 * asked. From six connections on, nobody waits for one; with fewer, each kind of work still has a
 * thread, and they take turns.
 *
 * @param connections how many the database gives this server, at least 1
 */
public record ConnectionShares(int connections) {
  private static final int WRITERS = 2;

  /** Few readers make large batches; updates and deletions need connections too. */
  private static final int CONNECTIONS_PER_READER = 8;

  private static final int KINDS_OF_READS = 2;
  private static final int PINGS = 1;

  /** How many create events: one gathers its next batch while the other's is written. */
  public int writers() {
    return WRITERS;
  }

  /** How many read by id, and as many again list. */
  public int readersOfAKind() {
    return Math.max(1, connections / CONNECTIONS_PER_READER);
  }

  /** How many update and delete: what the others leave, at least 1. */
  public int changers() {
    return Math.max(1, connections - WRITERS - KINDS_OF_READS * readersOfAKind() - PINGS);
  }
}

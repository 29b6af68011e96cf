package calendar.api.connection;

import java.util.OptionalInt;

/**
 * Computes how many connections the gRPC port may have open at once. The process's limit of file
 * descriptors must suffice for them and for everything else.
 *
 * @param limit the most descriptors that the process may have open
 * @param inUse the descriptors open before the first connection: jars, logs, the server's own
 * @param others the most connections of other kinds: to the database, to HTTP
 * @param configured the key {@code grpc.max_connections}; empty for {@code auto}
 */
public record ConnectionBudget(long limit, long inUse, int others, OptionalInt configured) {
  /** The port accepts at least this many, even if the budget has no room for them. */
  static final int LEAST = 16;

  /** More connections would run out of memory before descriptors. */
  static final int MOST = 100_000;

  /**
   * Reserved for jars that are opened to load classes, for log files, and for connections that are
   * still closing while new ones are open already.
   */
  static final int SPARE = 96;

  /** The highest number of open connections. */
  public int connections() {
    int wanted = configured.orElse(MOST);
    return (int) Math.max(LEAST, Math.min(wanted, affordable()));
  }

  /** Returns true if a higher limit of descriptors would allow more connections. */
  boolean limitedByDescriptors() {
    return affordable() < configured.orElse(MOST);
  }

  /**
   * Describes a problem with the limit of descriptors and how to fix it; empty if there is none.
   */
  public String problem() {
    if (affordable() < LEAST) {
      return ("the limit of %d file descriptors is too low: %d are in use and %d are reserved, so that"
              + " gRPC takes only %d connections. Raise it to at least %d (ulimit -n, LimitNOFILE=)")
          .formatted(limit, inUse, reserve(), connections(), inUse + reserve() + 10 * LEAST);
    }
    if (configured.isPresent() && limitedByDescriptors()) {
      return ("grpc.max_connections is %d, but the limit of %d file descriptors leaves room for %d."
              + " Raise that limit (ulimit -n, LimitNOFILE=) or lower grpc.max_connections")
          .formatted(configured.getAsInt(), limit, connections());
    }
    return "";
  }

  /** Says how to allow more connections. */
  String howToRaise() {
    return limitedByDescriptors()
        ? "the limit of %d file descriptors allows no more; raise it (ulimit -n, LimitNOFILE=)"
            .formatted(limit)
        : "grpc.max_connections allows no more; raise it";
  }

  private long affordable() {
    return limit - inUse - reserve();
  }

  private int reserve() {
    return others + SPARE;
  }
}

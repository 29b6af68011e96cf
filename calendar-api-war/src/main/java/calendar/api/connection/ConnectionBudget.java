package calendar.api.connection;

import java.util.OptionalInt;

/**
 * How many connections the gRPC port may have open at once. The process's limit of file descriptors
 * has to suffice for them and for everything else.
 *
 * @param limit how many descriptors the process may have open
 * @param inUse how many were open before the first connection: jars, logs, the server's own
 * @param others how many connections of other kinds there may be: to the database, to HTTP
 * @param configured the key {@code grpc.max_connections}; empty for {@code auto}
 */
public record ConnectionBudget(long limit, long inUse, int others, OptionalInt configured) {
  /** Fewer are useless. The port accepts this many even if the budget has no room for them. */
  static final int LEAST = 16;

  /** More would need more memory than descriptors. */
  static final int MOST = 100_000;

  /**
   * For jars that are opened to load classes, log files, and connections that are being closed
   * while their successors are open already.
   */
  static final int SPARE = 96;

  /** The highest number of open connections. */
  public int connections() {
    int wanted = configured.orElse(MOST);
    return (int) Math.max(LEAST, Math.min(wanted, affordable()));
  }

  /** Whether a higher limit of descriptors would admit more connections. */
  boolean limitedByDescriptors() {
    return affordable() < configured.orElse(MOST);
  }

  /**
   * Describes a problem with the limit of descriptors and how to fix it; empty if there is none.
   */
  public String complaint() {
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

  /** What to do to admit more connections. */
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

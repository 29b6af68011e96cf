package calendar.bench.sections;

/** How many calls are under way at once, and on how many connections. */
final class InFlight {
  static final int MANY = 64;
  static final int CONNECTIONS = 4;
  static final int PGBENCH_CLIENTS = 16;

  private InFlight() {}
}

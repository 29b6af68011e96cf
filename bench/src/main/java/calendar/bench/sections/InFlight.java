package calendar.bench.sections;

/** How many calls are under way at once. */
final class InFlight {
  static final int MANY = 64;
  static final int CONNECTIONS = 4;

  private InFlight() {}
}

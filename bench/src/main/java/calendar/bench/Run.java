package calendar.bench;

import calendar.bench.figures.Figures;
import calendar.bench.load.Bookings;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.LoadResult;
import calendar.bench.load.OpenLoop;
import calendar.bench.load.OpenLoop.Arrivals;
import calendar.bench.load.Owners;
import calendar.bench.load.RowCalls;
import calendar.bench.load.Rows;
import calendar.bench.system.BenchedSystem;
import calendar.bench.system.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A run of the bench: what all sections share. For one thread.
 *
 * @param bookings new events, for all sections: no two get in each other's way
 * @param read calls to events that are listed and got, which are there after {@link #fill}
 * @param changed calls to events that are changed and deleted, which are there after {@link #fill}
 * @param filled whether those events are there
 * @param warm the kinds of load that the system is warm for
 */
public record Run(
    BenchedSystem system,
    Pace pace,
    Figures figures,
    Connections connections,
    Bookings bookings,
    RowCalls read,
    RowCalls changed,
    AtomicBoolean filled,
    Set<String> warm)
    implements AutoCloseable {
  /** How many calls most loads have in flight. */
  public static final int IN_FLIGHT = 64;

  /** The server lets each have a thousand calls. */
  public static final int CONNECTIONS = 4;

  private static final int PREPARED_PER_SECOND = 12_000;
  private static final int MOST_PREPARED = 200_000;

  static Run of(BenchedSystem system, Pace pace) {
    return new Run(
        system,
        pace,
        new Figures(),
        Connections.open(system.grpc(), CONNECTIONS),
        new Bookings(Owners.BOOKED.first()),
        new RowCalls(new Rows(Owners.READ.first(), 500, 4)),
        new RowCalls(new Rows(Owners.CHANGED.first(), 1_000, 4)),
        new AtomicBoolean(),
        new HashSet<>());
  }

  public Tables tables() {
    return new Tables(system.database());
  }

  /** Prints the next step. */
  public void say(String format, Object... arguments) {
    System.out.println(String.format(Locale.ROOT, format, arguments) + " ...");
  }

  /** Puts events into the tables that can be read, changed and deleted; once. */
  public void fill() throws SQLException {
    if (!filled.getAndSet(true)) {
      say("filling the tables");
      read.rows().fill(tables());
      changed.rows().fill(tables());
      tables().tidy();
    }
  }

  /** Makes calls in a closed loop. */
  public LoadResult closed(Calls calls, int inFlight, Duration duration) {
    return ClosedLoop.run(connections, calls, inFlight, duration);
  }

  /** Makes calls that arrive at a rate. */
  public LoadResult open(Calls calls, Arrivals arrivals, Duration duration) {
    return OpenLoop.run(connections, calls, arrivals, duration);
  }

  /** Bookings for a closed loop, most of them made beforehand. */
  public Calls bookings(Duration duration) {
    return bookings.prepare(
        (int) Math.min(MOST_PREPARED, duration.toSeconds() * PREPARED_PER_SECOND));
  }

  /** Warms bookings up with all of the warm-up, unless another section has done so. */
  public void warmUpBookings() {
    warmUp("create", 1, time -> closed(bookings(time), IN_FLIGHT, time));
  }

  /**
   * Warms the system up, once for each kind of load. The first one of a run gets the whole time.
   *
   * @param part of the whole warm-up that is enough where another one went before
   */
  public void warmUp(String kind, double part, Consumer<Duration> load) {
    double enough = warm.isEmpty() ? 1 : part;
    if (warm.add(kind)) {
      say("%s: warming up", kind);
      load.accept(pace.warmUp(enough));
    }
  }

  @Override
  public void close() {
    connections.close();
  }
}

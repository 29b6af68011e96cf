package calendar.bench;

import calendar.bench.figures.Figures;
import calendar.bench.limit.PgBench;
import calendar.bench.load.Bookings;
import calendar.bench.load.Owners;
import calendar.bench.load.RowCalls;
import calendar.bench.load.Rows;
import calendar.bench.system.BenchedSystem;
import calendar.bench.system.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** A run of the bench: what all sections share. For one thread. */
public final class Run {
  private static final int READ_OWNERS = 500;
  private static final int READ_DAYS = 4;
  private static final int CHANGED_OWNERS = 1_000;
  private static final int CHANGED_DAYS = 4;

  private final BenchedSystem system;
  private final PgBench pgbench;
  private final Pace pace;
  private final Consumer<String> progress;
  private final Figures figures;
  private final Owners owners = Owners.ofNewRun();
  private final Bookings bookings = new Bookings(owners.booked());
  private final RowCalls changed;
  private final Rows readRows;
  private final Rows changedRows;
  private final Set<String> warm = new HashSet<>();
  private boolean filled;

  /**
   * @param progress receives a line before each step
   */
  Run(
      BenchedSystem system,
      PgBench pgbench,
      Pace pace,
      Figures figures,
      Consumer<String> progress) {
    this.system = system;
    this.pgbench = pgbench;
    this.pace = pace;
    this.figures = figures;
    this.progress = progress;
    this.readRows = new Rows(owners.read(), READ_OWNERS, READ_DAYS);
    this.changedRows = new Rows(owners.changed(), CHANGED_OWNERS, CHANGED_DAYS);
    this.changed = new RowCalls(changedRows);
  }

  public BenchedSystem system() {
    return system;
  }

  public PgBench pgbench() {
    return pgbench;
  }

  public Pace pace() {
    return pace;
  }

  public Figures figures() {
    return figures;
  }

  public Owners owners() {
    return owners;
  }

  /** New events, for all sections: no two get in each other's way. */
  public Bookings bookings() {
    return bookings;
  }

  public void say(String line) {
    progress.accept(line);
  }

  /** Events to be read, which are there after {@link #fill}. */
  public Rows readRows() {
    return readRows;
  }

  /** Calls that change and delete other events, which are there after {@link #fill}. */
  public RowCalls changed() {
    return changed;
  }

  /** Puts events into the tables that can be read, changed and deleted; once. */
  public void fill() throws SQLException {
    if (!filled) {
      say("filling the tables");
      readRows.fill(system.database());
      changedRows.fill(system.database());
      new Tables(system.database()).tidy();
      filled = true;
    }
  }

  /** Forgets that {@link #fill} has filled: the tables were emptied. */
  public void emptied() {
    filled = false;
  }

  /**
   * Warms the system up, once for each kind of load. The first one of a run gets the whole time.
   *
   * @param part of the whole warm-up that is enough where another one went before
   */
  public void warmUp(String kind, double part, Consumer<Duration> load) {
    double enough = warm.isEmpty() ? 1 : part;
    if (warm.add(kind)) {
      say("%s: warming up".formatted(kind));
      load.accept(pace.warmUp(enough));
    }
  }
}

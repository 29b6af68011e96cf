package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.Section;
import calendar.bench.figures.Comparison;
import calendar.bench.figures.Spread;
import calendar.bench.load.Calls;
import calendar.bench.load.ClosedLoop;
import calendar.bench.load.Connections;
import calendar.bench.load.RowCalls;
import calendar.bench.load.Rows;
import calendar.bench.system.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How listing and booking change as the table grows. Days are also listed while each owner has a
 * free event of 300 days. The tables hold nothing else during the section.
 */
public final class GrowthSection implements Section {
  private static final int OWNERS = 500;
  private static final Duration CREATE_TURN = Duration.ofSeconds(3);

  private final List<Size> sizes;

  /** A table of that many events: every owner has so many days of twenty. */
  private record Size(String name, int days, List<Double> list, List<Double> create) {
    Size(String name, int days) {
      this(name, days, new ArrayList<>(), new ArrayList<>());
    }
  }

  private GrowthSection(List<Size> sizes) {
    this.sizes = sizes;
  }

  /**
   * @param withTenMillion whether there is a third step
   * @param quick whether the second step is small
   */
  public static GrowthSection of(boolean withTenMillion, boolean quick) {
    List<Size> sizes = new ArrayList<>();
    sizes.add(new Size("at_10k", 1));
    sizes.add(quick ? new Size("at_50k", 5) : new Size("at_1m", 100));
    if (withTenMillion) {
      sizes.add(new Size("at_10m", 1_000));
    }
    return new GrowthSection(sizes);
  }

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public boolean needsOwnSystem() {
    return true;
  }

  @Override
  public void measure(Run run) throws Exception {
    Tables tables = new Tables(run.system().database());
    run.emptied();
    try (Connections connections = Connections.open(run.system().grpc(), InFlight.CONNECTIONS)) {
      new Creates(run, connections).warmUp();
      for (Size size : sizes) {
        measure(run, connections, tables, size);
      }
    }
    tables.empty();
    note(run, "list_growth", sizes.stream().map(Size::list).toList());
    note(run, "create_growth", sizes.stream().map(Size::create).toList());
  }

  private static void measure(Run run, Connections connections, Tables tables, Size size)
      throws Exception {
    Rows rows = new Rows(run.owners().read(), OWNERS, size.days());
    run.say(String.format(Locale.ROOT, "growth: filling in %,d events", rows.events()));
    refill(run, tables, rows);
    Calls list = new RowCalls(rows).listDay();
    Consumer<Duration> load = time -> ClosedLoop.run(connections, list, InFlight.MANY, time);
    run.warmUp("list", 0.3, load);
    run.warmUp("list " + size.name(), 0.1, load);
    Loads lists = new Loads(run, "list_growth." + size.name());
    Loads creates = new Loads(run, "create_growth." + size.name());
    list(run, connections, list, lists);
    Loads besideFree = new Loads(run, "list_growth." + size.name() + "_free");
    rows.addLongFreeEvents(run.system().database());
    tables.tidy();
    run.warmUp("list " + size.name() + "_free", 0.1, load);
    list(run, connections, list, besideFree);
    rows.removeFreeEvents(run.system().database());
    tables.tidy();
    for (int round = 0; round < run.pace().rounds(); round++) {
      if (round > 0 && size.days() == 1) {
        // Otherwise the bookings themselves would make it several times as large.
        refill(run, tables, rows);
      }
      new Creates(run, connections).round(creates, CREATE_TURN);
    }
    creates.noteLatencies(50, 99);
    creates.notePerSecond();
    size.list().addAll(lists.latencies(99));
    size.create().addAll(creates.latencies(99));
  }

  private static void list(Run run, Connections connections, Calls list, Loads loads)
      throws Exception {
    for (int round = 0; round < run.pace().rounds(); round++) {
      loads.round(() -> ClosedLoop.run(connections, list, InFlight.MANY, run.pace().shortTurn()));
    }
    loads.noteLatencies(50, 99);
    loads.notePerSecond();
  }

  private static void refill(Run run, Tables tables, Rows rows) throws Exception {
    tables.empty();
    rows.fill(run.system().database());
    tables.tidy();
  }

  /** Notes the largest size beside the smallest, round by round. */
  private static void note(Run run, String prefix, List<List<Double>> sizes) {
    Spread ratio = new Comparison(sizes.get(sizes.size() - 1), sizes.get(0)).ratio();
    run.figures().headline(prefix + ".p99_ratio", ratio);
  }
}

package calendar.bench.sections;

import calendar.bench.Run;
import calendar.bench.load.Calls;
import calendar.bench.load.Owners;
import calendar.bench.load.RowCalls;
import calendar.bench.load.Rows;
import calendar.bench.system.Tables;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * How listing and booking change as the table grows. Days are also listed while each owner has a
 * free event of 300 days. The tables hold nothing else during the section.
 */
record GrowthSection(Run run, List<Size> sizes) {
  private static final int OWNERS = 500;
  private static final Duration CREATE_TURN = Duration.ofSeconds(3);

  /** A table of that many events: every owner has so many days of twenty. */
  private record Size(String name, int days) {}

  static GrowthSection of(Run run) {
    Size second = run.pace().quick() ? new Size("at_50k", 5) : new Size("at_1m", 100);
    return new GrowthSection(
        run,
        Stream.of(new Size("at_10k", 1), second, new Size("at_10m", 1_000))
            .limit(run.pace().large() ? 3 : 2)
            .toList());
  }

  void measure() throws SQLException {
    run.filled().set(false);
    run.warmUpBookings();
    for (Size size : sizes) {
      measure(size);
    }
    run.tables().empty();
    noteRatios("list_growth");
    noteRatios("create_growth");
  }

  private void measure(Size size) throws SQLException {
    Tables tables = run.tables();
    Rows rows = new Rows(Owners.READ.first(), OWNERS, size.days());
    run.say("growth: filling in %,d events", rows.events());
    refill(rows);
    Calls list = new RowCalls(rows).listDay();
    warmUp("list", 0.3, list);
    list(size.name(), list);
    rows.addLongFreeEvents(tables);
    tables.tidy();
    list(size.name() + "_free", list);
    rows.removeFreeEvents(tables);
    tables.tidy();
    Rounds creates =
        rounds("create_growth." + size.name(), () -> run.bookings(CREATE_TURN), CREATE_TURN);
    for (int round = 0; round < run.pace().rounds(); round++) {
      if (round > 0 && size.days() == 1) {
        // Otherwise the bookings themselves would make it several times as large.
        refill(rows);
      }
      creates.once();
    }
  }

  private void list(String name, Calls list) {
    warmUp("list " + name, 0.1, list);
    Rounds lists = rounds("list_growth." + name, () -> list, run.pace().shortTurn());
    for (int round = 0; round < run.pace().rounds(); round++) {
      lists.once();
    }
  }

  private Rounds rounds(String prefix, Supplier<Calls> calls, Duration turn) {
    return new Rounds(run, prefix, calls, Run.IN_FLIGHT, turn, 50, 99);
  }

  private void warmUp(String kind, double part, Calls list) {
    run.warmUp(kind, part, time -> run.closed(list, Run.IN_FLIGHT, time));
  }

  private void refill(Rows rows) throws SQLException {
    run.tables().empty();
    rows.fill(run.tables());
    run.tables().tidy();
  }

  /** Notes the largest size beside the smallest, round by round. */
  private void noteRatios(String prefix) {
    List<Double> largest = p99s(prefix, sizes.get(sizes.size() - 1));
    List<Double> smallest = p99s(prefix, sizes.get(0));
    for (int round = 0; round < run.pace().rounds(); round++) {
      run.figures().headline(prefix + ".p99_ratio", largest.get(round) / smallest.get(round));
    }
  }

  private List<Double> p99s(String prefix, Size size) {
    return run.figures().get("%s.%s.p99_ms".formatted(prefix, size.name())).values();
  }
}

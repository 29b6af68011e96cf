package calendar.faults;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What became of series while the API was killed. */
final class SeriesCounts {
  private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
  private final List<String> faults = new ArrayList<>();

  enum Kind {
    /** Kills of the API. */
    KILL,
    /** Kills at a time when a transaction had written and not yet committed. */
    KILL_WITHIN,
    /** Such transactions. */
    CUT,
    /** Calls that were answered with OK before the kill. */
    ACKNOWLEDGED,
    /** Calls that were not answered. */
    IN_DOUBT,
    /** Calls that were not answered, and took effect. */
    IN_EFFECT,
    /** Calls that were answered with OK, and have no effect. */
    LOST,
    /** Calls that took effect in part. */
    HALF,
    /** Calls whose repeat took effect once more. */
    DOUBLE,
    /** Calls whose repeat failed, or did not have the effect. */
    BAD_REPEAT
  }

  void add(Kind kind, int more) {
    counts.merge(kind, more, Integer::sum);
  }

  /** Counts something that must not happen. */
  void addFault(Kind kind, String description) {
    add(kind, 1);
    faults.add(kind + ": " + description);
  }

  int of(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /** What must not have happened, in words. */
  List<String> faults() {
    return faults;
  }

  @Override
  public String toString() {
    return ("%d kills of calendar_api, %d of them within transactions, %d transactions cut: "
            + "%d calls acknowledged, %d in doubt, of which %d took effect; "
            + "%d lost, %d half, %d double, %d bad repeats")
        .formatted(
            of(Kind.KILL),
            of(Kind.KILL_WITHIN),
            of(Kind.CUT),
            of(Kind.ACKNOWLEDGED),
            of(Kind.IN_DOUBT),
            of(Kind.IN_EFFECT),
            of(Kind.LOST),
            of(Kind.HALF),
            of(Kind.DOUBLE),
            of(Kind.BAD_REPEAT));
  }
}

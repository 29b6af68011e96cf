package calendar.recurrence;

import calendar.error.Violations;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

public final class Recurrence {
  public static final int MAX_OCCURRENCES = 4_000;

  private Recurrence() {}

  public static Optional<Recurrence> parse(
      List<String> lines, LocalStart start, Violations violations) {
    throw new UnsupportedOperationException();
  }

  public static Recurrence of(List<String> lines, LocalStart start) {
    throw new UnsupportedOperationException();
  }

  public List<String> lines() {
    throw new UnsupportedOperationException();
  }

  public LocalStart start() {
    throw new UnsupportedOperationException();
  }

  public boolean hasEnd() {
    throw new UnsupportedOperationException();
  }

  public List<Start> starts(Instant from, Instant until, int most) {
    throw new UnsupportedOperationException();
  }

  public boolean ruleGives(Instant start) {
    throw new UnsupportedOperationException();
  }

  public Optional<Start> firstFrom(Instant from) {
    throw new UnsupportedOperationException();
  }

  public Recurrence before(Instant cut) {
    throw new UnsupportedOperationException();
  }

  public Recurrence from(Instant cut) {
    throw new UnsupportedOperationException();
  }

  public Optional<Recurrence> movedTo(LocalStart newStart, Violations violations) {
    throw new UnsupportedOperationException();
  }
}

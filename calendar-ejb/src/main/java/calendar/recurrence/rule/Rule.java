package calendar.recurrence.rule;

import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.Predicate;

/** An RRULE with its first start. Immutable. */
public final class Rule {
  /** A rule must match again within this time, and no search for the next match looks further. */
  public static final int LONGEST_GAP_YEARS = 100;

  /** No clock skips more than a day, so a start is never further from its local time. */
  private static final int LONGEST_GAP_HOURS = 25;

  private static final LocalDateTime LAST = LocalDate.of(9999, 12, 31).atTime(23, 59, 59);

  private final RuleParts parts;
  private final LocalStart start;
  private final LocalDateTime first;
  private final LibraryRule library;
  private final Periods periods;

  /**
   * @throws RefusedException if the rule cannot be expanded
   */
  public Rule(RuleParts parts, LocalStart start) {
    this.parts = parts;
    this.start = start;
    this.first = start.time().truncatedTo(ChronoUnit.SECONDS);
    this.library = new LibraryRule(parts, first);
    this.periods = new Periods(parts, first);
  }

  public boolean hasEnd() {
    return parts.hasEnd();
  }

  /**
   * The first local time that the rule gives, whatever its end. Empty if there is none within 100
   * years.
   */
  Optional<LocalDateTime> firstLocal() {
    LocalDateTime last = first.plusYears(LONGEST_GAP_YEARS);
    LocalDateTime found = candidates(first, last).next();
    return Optional.ofNullable(found).filter(time -> !time.isAfter(last)).map(this::exact);
  }

  /**
   * Adds the starts in [from, until) to a map by instant, from the first on, until it has more than
   * the wanted number. It may add a few more.
   *
   * @param kept which starts to add
   */
  public void addStarts(
      Instant from,
      Instant until,
      int most,
      Predicate<Start> kept,
      NavigableMap<Instant, Start> found) {
    Instant begin = from.isBefore(start.instant()) ? start.instant() : from;
    if (!begin.isBefore(until)) {
      return;
    }
    LocalDateTime earliest = localAt(begin).minusHours(LONGEST_GAP_HOURS);
    LocalDateTime stop = earlier(localAt(until).plusHours(LONGEST_GAP_HOURS), lastLocal());
    boolean counted = parts.count().isPresent();
    Candidates candidates =
        candidates(counted || earliest.isBefore(first) ? first : earliest, stop);
    int left = parts.count().orElse(Integer.MAX_VALUE);
    LocalDateTime local = candidates.next();
    while (local != null && !local.isAfter(stop) && left > 0) {
      left--;
      Instant instant = start.resolve(exact(local));
      if (!instant.isBefore(begin) && instant.isBefore(until) && gives(local, instant)) {
        Start given = new Start(instant, exact(local));
        if (kept.test(given)
            && found.putIfAbsent(instant, given) == null
            && found.size() == most + 1) {
          stop = earlier(stop, local.plusHours(LONGEST_GAP_HOURS));
        }
      }
      local = left > 0 ? candidates.next() : null;
    }
  }

  /**
   * The rest of the rule from a start on.
   *
   * @throws IllegalArgumentException if the rule does not give the start
   */
  public Rest from(Instant cut) {
    LocalDateTime wall = localAt(cut);
    LocalDateTime last = wall.plusHours(LONGEST_GAP_HOURS);
    boolean counted = parts.count().isPresent();
    LocalDateTime earliest = wall.minusHours(LONGEST_GAP_HOURS);
    Candidates candidates =
        candidates(counted || earliest.isBefore(first) ? first : earliest, last);
    Rest rest = null;
    int before = 0;
    int most = parts.count().orElse(Integer.MAX_VALUE);
    LocalDateTime local = candidates.next();
    while (local != null && !local.isAfter(last) && before < most) {
      Instant instant = start.resolve(exact(local));
      if (instant.equals(cut) && gives(local, instant)) {
        rest = new Rest(new LocalStart(exact(local), start.allDay(), start.zone()), before);
      }
      before++;
      local = before < most ? candidates.next() : null;
    }
    if (rest == null) {
      throw new IllegalArgumentException(cut + " is not a start that the rule gives");
    }
    return rest;
  }

  /**
   * What follows from a cut on.
   *
   * @param start the first start
   * @param before how many starts the rule gave before, if it has a COUNT
   */
  public record Rest(LocalStart start, int before) {}

  private Candidates candidates(LocalDateTime from, LocalDateTime last) {
    return new Candidates(library, parts, periods, from, last);
  }

  private boolean gives(LocalDateTime local, Instant instant) {
    if (!start.exists(local)) {
      return false;
    }
    return parts
        .until()
        .map(
            until ->
                switch (until.form()) {
                  case DATE -> !local.toLocalDate().isAfter(until.date());
                  case LOCAL -> !local.isAfter(until.local());
                  case UTC ->
                      !instant
                          .truncatedTo(ChronoUnit.SECONDS)
                          .isAfter(until.instantIn(start.zone()));
                })
        .orElse(true);
  }

  /** No local time after this one can be a start. */
  private LocalDateTime lastLocal() {
    return parts
        .until()
        .map(until -> until.localIn(start.zone()).plusHours(LONGEST_GAP_HOURS))
        .map(local -> earlier(local, LAST))
        .orElse(LAST);
  }

  private static LocalDateTime earlier(LocalDateTime a, LocalDateTime b) {
    return a.isBefore(b) ? a : b;
  }

  private LocalDateTime localAt(Instant instant) {
    return start.localAt(instant).truncatedTo(ChronoUnit.SECONDS);
  }

  /** Puts back the fraction of a second, which every start has in common. */
  private LocalDateTime exact(LocalDateTime local) {
    return local.withNano(start.time().getNano());
  }
}

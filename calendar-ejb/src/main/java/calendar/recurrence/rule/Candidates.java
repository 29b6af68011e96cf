package calendar.recurrence.rule;

import java.time.LocalDateTime;

/**
 * The local times that a rule gives, in order, from any time on. It looks at a limited number of
 * candidates, so that no rule costs too much. Not thread-safe.
 */
final class Candidates {
  /** The most candidates that one search looks at. */
  static final long MAX_CANDIDATES = 1_000_000;

  /** A period without a match has no times of day yet, or too few for BYSETPOS. */
  private static final int MAX_OTHER = 366;

  private static final int LAST_YEAR = 9999;

  private final LibraryRule rule;
  private final Periods periods;
  private final LocalDateTime last;
  private final long costOfMatch;
  private final long costOfOther;

  private LibraryRule.Expansion expansion;
  private long next;
  private long reached;
  private long spent;
  private LocalDateTime previous;

  /**
   * @param from the first possible time; not before the first start
   * @param last the last possible time
   */
  Candidates(
      LibraryRule rule, RuleParts parts, Periods periods, LocalDateTime from, LocalDateTime last) {
    this.rule = rule;
    this.periods = periods;
    this.last = last;
    this.costOfMatch = RuleSize.of(parts);
    this.costOfOther = parts.frequency().isWithinDay() ? 1 : Math.min(costOfMatch, MAX_OTHER);
    this.previous = from.minusSeconds(1);
    this.next = periods.of(from);
    if (parts.has(ByPart.BYWEEKNO) && periods.start(next - 1).getYear() > 0) {
      next--;
    }
    this.reached = next - 1;
  }

  /**
   * The next time, or null if there is none.
   *
   * @throws RefusedException if it had to look at too many candidates
   */
  LocalDateTime next() {
    while (true) {
      if (expansion == null) {
        LocalDateTime begin = periods.start(next);
        if (begin.isAfter(last) || begin.getYear() > LAST_YEAR) {
          return null;
        }
        expansion = rule.from(begin);
      }
      LocalDateTime found = expansion.next();
      if (found == null) {
        giveUp();
      } else if (found.isAfter(last) || found.getYear() > LAST_YEAR) {
        return null;
      } else {
        reach(periods.of(found), costOfMatch);
        if (found.isAfter(previous) && rule.isRight(found.toLocalDate())) {
          previous = found;
          return found;
        }
      }
    }
  }

  /** The library found nothing in many periods: goes on after them. */
  private void giveUp() {
    expansion = null;
    next = Math.max(next, reached) + rule.periodsBeforeGivingUp() - 1;
    reach(next, costOfOther);
  }

  private void reach(long period, long cost) {
    if (period > reached) {
      spend((period - reached - 1) * costOfOther + cost);
      reached = period;
    }
  }

  private void spend(long candidates) {
    spent += candidates;
    if (spent > MAX_CANDIDATES) {
      throw new RefusedException(
          "must not need a search through more than %,d candidate dates", MAX_CANDIDATES);
    }
  }
}

package calendar.recurrence;

import calendar.error.InvalidArgumentException;
import calendar.error.Violations;
import calendar.recurrence.RecurrenceLines.RuleLine;
import calendar.recurrence.rule.RefusedException;
import calendar.recurrence.rule.Rule;
import calendar.recurrence.rule.RuleCheck;
import calendar.recurrence.rule.RuleParts;
import calendar.recurrence.rule.RuleReader;
import calendar.recurrence.time.DateValue;
import calendar.recurrence.time.LocalStart;
import calendar.recurrence.time.Start;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * RRULE, RDATE and EXDATE lines with a first start, as in Google Calendar's API. Evaluated on the
 * wall clock of the first start's zone. Without an RRULE, the first start and the RDATEs are the
 * starts.
 *
 * <p>No start is after the year 9999. No call looks at more than a million candidate dates.
 * Immutable.
 */
public final class Recurrence {
  /** The most starts that a recurrence with an end may have, and the most dates in its lines. */
  public static final int MAX_OCCURRENCES = RuleReader.MAX_COUNT;

  private static final Instant FIRST_TIME = Instant.parse("0000-12-30T00:00:00Z");
  private static final Instant LAST_TIME = Instant.parse("+10000-01-02T00:00:00Z");
  private static final String ONLY_FIRST = "RRULE:FREQ=DAILY;COUNT=1";

  private final RecurrenceLines lines;
  private final List<String> texts;
  private final LocalStart start;
  private final Optional<Rule> rule;
  private final List<Start> extra;
  private final Exclusions exclusions;

  private Recurrence(RecurrenceLines lines, List<String> texts, LocalStart start) {
    this.lines = lines;
    this.texts = texts;
    this.start = start;
    this.rule = lines.rule().map(line -> new Rule(line.parts(), start));
    this.extra = ExtraStarts.of(lines.dates(), start);
    this.exclusions = new Exclusions(lines.dates(), start);
  }

  /**
   * Reads and checks the lines of a request. Returns empty, and adds violations, if they are not
   * valid: of {@code series.recurrence[i]} for one line, or of {@code series.recurrence} for all
   * together. The first start must be the first that the rule gives. A recurrence with an end has
   * at most {@value #MAX_OCCURRENCES} starts.
   */
  public static Optional<Recurrence> parse(
      List<String> lines, LocalStart start, Violations violations) {
    return read(lines, start, violations, true);
  }

  /**
   * Reads lines that this class accepted or wrote before. The history of a series without end may
   * have more than {@value #MAX_OCCURRENCES} starts.
   *
   * @throws IllegalArgumentException for lines that are not valid
   */
  public static Recurrence of(List<String> lines, LocalStart start) {
    Violations violations = new Violations();
    Optional<Recurrence> read = read(lines, start, violations, false);
    try {
      violations.throwIfAny();
    } catch (InvalidArgumentException invalid) {
      throw new IllegalArgumentException("Not a valid recurrence: " + lines, invalid);
    }
    return read.orElseThrow();
  }

  private static Optional<Recurrence> read(
      List<String> sent, LocalStart start, Violations violations, boolean countStarts) {
    Optional<RecurrenceLines> lines = RecurrenceLines.read(sent, start, violations);
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    try {
      List<String> texts = sent.stream().map(String::strip).toList();
      lines.get().rule().ifPresent(line -> RuleCheck.check(line.parts(), start));
      Recurrence recurrence = new Recurrence(lines.get(), texts, start);
      if (countStarts) {
        RecurrenceCheck.count(recurrence);
      }
      return Optional.of(recurrence);
    } catch (RefusedException refused) {
      violations.require(false, RecurrenceLines.FIELD, refused.getMessage());
      return Optional.empty();
    }
  }

  /** The lines as they were sent, without space around them. */
  public List<String> lines() {
    return texts;
  }

  public LocalStart start() {
    return start;
  }

  /** Returns true if the rule has a COUNT or an UNTIL, or if there is no RRULE. */
  public boolean hasEnd() {
    return rule.map(Rule::hasEnd).orElse(true);
  }

  /**
   * The starts in [from, until), in order and each instant once: what the rule and the RDATEs give,
   * without EXDATEs. Returns one more than wanted if there are more.
   *
   * @throws IllegalStateException if a rule without end has to look at too many candidates: ask for
   *     a shorter time
   */
  public List<Start> starts(Instant from, Instant until, int most) {
    try {
      return allStarts(from, until, most);
    } catch (RefusedException tooMany) {
      throw new IllegalStateException(this + " from " + from + " until " + until, tooMany);
    }
  }

  /**
   * @throws RefusedException if there are too many candidates
   */
  List<Start> allStarts(Instant from, Instant until, int most) {
    Instant end = until.isAfter(LAST_TIME) ? LAST_TIME : until;
    NavigableMap<Instant, Start> found = ruleStarts(from, end, most, this::isKept);
    for (Start date : extra) {
      boolean inside = !date.instant().isBefore(from) && date.instant().isBefore(end);
      if (inside && isKept(date)) {
        found.putIfAbsent(date.instant(), date);
      }
    }
    return found.values().stream().limit(most + 1L).toList();
  }

  /**
   * Returns true if the RRULE gives this start, and no EXDATE excludes it. An RDATE is not enough.
   */
  public boolean ruleGives(Instant time) {
    return !time.isAfter(LAST_TIME)
        && !ruleStarts(time, time.plusNanos(1), 0, this::isKept).isEmpty();
  }

  /**
   * The first start of the rule at or after a time that no EXDATE excludes. Empty if there is none,
   * or none within 100 years.
   */
  public Optional<Start> firstFrom(Instant from) {
    Instant first = from.isBefore(start.instant()) ? start.instant() : from;
    if (first.isAfter(LAST_TIME)) {
      return Optional.empty();
    }
    Instant last = first.plus(Duration.ofDays(366L * Rule.LONGEST_GAP_YEARS));
    return ruleStarts(first, last.isAfter(LAST_TIME) ? LAST_TIME : last, 0, this::isKept)
        .values()
        .stream()
        .findFirst();
  }

  /**
   * What comes before a cut: the RRULE ends with its last start before the cut, and the RDATEs and
   * EXDATEs before the cut stay. Keeps the first start.
   *
   * @throws IllegalArgumentException if the cut is not after the first start
   */
  public Recurrence before(Instant cut) {
    if (!cut.isAfter(start.instant())) {
      throw new IllegalArgumentException(cut + " is not after the first start, " + start.instant());
    }
    Optional<RuleLine> ended =
        lines.rule().map(line -> ended(line, lastBefore(cut.isAfter(LAST_TIME) ? LAST_TIME : cut)));
    return withDates(ended, new Division(cut, start)::isBefore, start);
  }

  /**
   * What comes from a cut on. The cut becomes the first start. COUNT loses the starts that the rule
   * gave before, excluded ones included. RDATEs and EXDATEs from the cut on stay.
   *
   * @throws IllegalArgumentException if the rule does not give the cut
   */
  public Recurrence from(Instant cut) {
    if (rule.isEmpty() && cut.equals(start.instant())) {
      return this;
    }
    if (rule.isEmpty() || cut.isBefore(start.instant()) || cut.isAfter(LAST_TIME)) {
      throw new IllegalArgumentException(cut + " is not a start that the rule gives");
    }
    Rule.Rest rest = rule.get().from(cut);
    Optional<RuleLine> later = lines.rule().map(line -> shortened(line, rest.before()));
    return withDates(later, new Division(cut, start)::isFrom, rest.start());
  }

  /**
   * The same lines for another first start. RDATEs, EXDATEs and UNTIL move by the same difference
   * on the wall clock, and into the new zone and kind (timed or all-day). Returns empty, and adds
   * violations, if the rule does not give the new start first.
   */
  public Optional<Recurrence> movedTo(LocalStart newStart, Violations violations) {
    return newStart.equals(start)
        ? Optional.of(this)
        : parse(new Move(start, newStart).texts(lines), newStart, violations);
  }

  @Override
  public String toString() {
    return texts + " from " + start;
  }

  private boolean isKept(Start given) {
    return !exclusions.has(given);
  }

  private NavigableMap<Instant, Start> ruleStarts(
      Instant from, Instant until, int most, Predicate<Start> kept) {
    NavigableMap<Instant, Start> found = new TreeMap<>();
    if (rule.isPresent()) {
      rule.get().addStarts(from, until, most, kept, found);
      return found;
    }
    Start only = new Start(start.instant(), start.time());
    if (!only.instant().isBefore(from) && only.instant().isBefore(until) && kept.test(only)) {
      found.put(only.instant(), only);
    }
    return found;
  }

  /** The last start that the rule gives before a cut, excluded or not. Looks back ever further. */
  private Start lastBefore(Instant cut) {
    Duration back = Duration.ofDays(1);
    NavigableMap<Instant, Start> found = new TreeMap<>();
    while (found.isEmpty() && cut.minus(back).isAfter(FIRST_TIME)) {
      back = back.multipliedBy(4);
      Instant from = cut.minus(back).isAfter(FIRST_TIME) ? cut.minus(back) : FIRST_TIME;
      found = ruleStarts(from, cut, Integer.MAX_VALUE - 1, given -> true);
    }
    return found.isEmpty()
        ? new Start(start.instant(), start.time())
        : found.lastEntry().getValue();
  }

  private RuleLine ended(RuleLine line, Start last) {
    DateValue until =
        start.allDay()
            ? DateValue.ofDate(last.local().toLocalDate())
            : DateValue.ofInstant(last.instant());
    RuleParts parts = line.parts().endingWith(OptionalInt.empty(), Optional.of(until));
    return new RuleLine(RuleText.withUntil(line.text(), until), parts);
  }

  private static RuleLine shortened(RuleLine line, int before) {
    OptionalInt count = line.parts().count();
    if (before == 0 || count.isEmpty()) {
      return line;
    }
    int left = count.getAsInt() - before;
    RuleParts parts = line.parts().endingWith(OptionalInt.of(left), Optional.empty());
    return new RuleLine(RuleText.withCount(line.text(), left), parts);
  }

  private Recurrence withDates(
      Optional<RuleLine> other, BiPredicate<DateLine, DateValue> matching, LocalStart first) {
    RecurrenceLines part = lines.with(other, matching);
    List<String> written = part.texts();
    return written.isEmpty()
        ? of(List.of(ONLY_FIRST), first)
        : new Recurrence(part, written, first);
  }
}

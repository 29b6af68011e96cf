package calendar.series.plan;

import calendar.error.Violations;
import calendar.event.Event;
import calendar.event.field.ComponentId;
import calendar.event.field.IcalSource;
import calendar.recurrence.time.Start;
import calendar.series.model.ChangedEvent;
import calendar.series.model.FromDraft;
import calendar.series.model.SavedSeries;
import calendar.series.model.Series;
import calendar.series.model.SeriesDraft;
import calendar.series.model.SeriesSettings;
import calendar.series.model.SeriesState;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.Template;
import calendar.series.storage.SeriesChange;
import calendar.series.storage.SeriesPlanner;
import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Plans the update of a series:
 *
 * <ul>
 *   <li>If only what the occurrences say changes, all of them change.
 *   <li>If the times or the rule change, the occurrences move; see {@link Transition}.
 *   <li>If an occurrence has begun then, those that have begun become a series of their own.
 *   <li>If a client names an occurrence to begin with, it and those that follow become a series of
 *       their own, which changes.
 * </ul>
 */
public final class SeriesUpdate implements SeriesPlanner {
  private final SeriesDraft draft;
  private final SeriesMask mask;
  private final FromDraft from;
  private final SeriesSettings settings;
  private final Instant now;

  public SeriesUpdate(
      SeriesDraft draft, SeriesMask mask, FromDraft from, SeriesSettings settings, Instant now) {
    this.draft = draft;
    this.mask = mask;
    this.from = from;
    this.settings = settings;
    this.now = now;
  }

  @Override
  public SeriesChange plan(Optional<SeriesState> stored) {
    SeriesState state = stored.orElseThrow();
    Series old = state.series();
    Violations violations = new Violations();
    Optional<Start> cut = from.find(old, violations);
    cut.ifPresent(start -> requireOnClock(start, old, violations));
    violations.throwIfAny();
    if (cut.isPresent()) {
      return split(state, cut.get());
    }
    SeriesDefinition next = SeriesDefinition.of(old, draft, mask, now);
    if (next.hasTimesOf(old)) {
      return inPlace(state, next);
    }
    return old.recurrence().start().instant().isAfter(now)
        ? whole(state, next)
        : continued(state, next);
  }

  /** The part before the cut keeps the id; what follows becomes a new series. */
  private SeriesChange split(SeriesState state, Start cut) {
    Series old = state.series();
    UUID newId = UuidCreator.getTimeOrderedEpoch();
    Template template = old.template().withTimes(old.template().timesAt(cut));
    Series base =
        old.part(newId, template, old.recurrence().from(cut.instant()), now)
            .withSource(newSource(old));
    SeriesDefinition definition = SeriesDefinition.of(base, draft, mask, now);
    Evaluation evaluation = evaluate(definition, old);
    Series later =
        new Series(
            old.ownerId(),
            newId,
            definition.template(),
            definition.recurrence(),
            1,
            now,
            now,
            evaluation.until(),
            evaluation.isComplete(),
            definition.source());
    Predicate<Instant> isLater = start -> !start.isBefore(cut.instant());
    Transition transition =
        new Transition(state, Evaluation.booked(old, settings, now), isLater, now);
    transition.to(later, evaluation.starts());
    return new SeriesChange(
        List.of(
            new SavedSeries(later, List.of()),
            new SavedSeries(old.endedBefore(cut.instant(), now), skipped(state, isLater.negate()))),
        Optional.empty(),
        transition.added(),
        transition.changed(),
        transition.removed(),
        transition.detached());
  }

  /** Nothing moves. */
  private SeriesChange inPlace(SeriesState state, SeriesDefinition next) {
    Series old = state.series();
    if (next.template().isBusy() && !old.template().isBusy()) {
      evaluate(next, old);
    }
    Series changed = old.changed(next.template(), next.recurrence(), now).withSource(next.source());
    List<ChangedEvent> events = new ArrayList<>();
    for (Event event : state.occurrences()) {
      Start start = old.originalStart(event.occurrence().orElseThrow());
      Event after = Occurrences.follow(event, old, changed, start, now);
      if (after != event) {
        events.add(new ChangedEvent(event, after));
      }
    }
    return new SeriesChange(
        List.of(new SavedSeries(changed, state.skipped())),
        Optional.empty(),
        List.of(),
        events,
        List.of(),
        0);
  }

  /** No occurrence has begun. */
  private SeriesChange whole(SeriesState state, SeriesDefinition next) {
    Series old = state.series();
    Evaluation evaluation = evaluate(next, old);
    Series changed =
        evaluation
            .book(old.changed(next.template(), next.recurrence(), now))
            .withSource(next.source());
    Transition transition =
        new Transition(state, Evaluation.booked(old, settings, now), start -> true, now);
    transition.to(changed, evaluation.starts());
    return new SeriesChange(
        List.of(new SavedSeries(changed, List.of())),
        Optional.empty(),
        transition.added(),
        transition.changed(),
        transition.removed(),
        transition.detached());
  }

  /** What has begun becomes a series of its own; the series continues with what has not. */
  private SeriesChange continued(SeriesState state, SeriesDefinition next) {
    Series old = state.series();
    Instant cut = now.plus(1, ChronoUnit.MICROS);
    Predicate<Instant> isLater = start -> !start.isBefore(cut);
    Transition transition =
        new Transition(state, Evaluation.booked(old, settings, now), isLater, now);
    Optional<SeriesDefinition> found =
        LaterPart.of(next.template(), next.recurrence(), transition, cut)
            .map(part -> new SeriesDefinition(part.template(), part.recurrence(), next.source()));
    if (found.isEmpty()) {
      return ended(state, next, transition, isLater.negate(), cut);
    }
    SeriesDefinition later = found.get();
    Evaluation evaluation = evaluate(later, old);
    Series changed =
        evaluation
            .book(old.changed(later.template(), later.recurrence(), now))
            .withSource(next.source());
    transition.to(
        changed,
        evaluation.starts().stream().filter(start -> isLater.test(start.instant())).toList());
    List<SavedSeries> saved = new ArrayList<>();
    saved.add(new SavedSeries(changed, List.of()));
    List<ChangedEvent> events = new ArrayList<>(transition.changed());
    List<Event> begun =
        state.occurrences().stream()
            .filter(event -> !isLater.test(event.occurrence().orElseThrow().originalStart()))
            .toList();
    if (!begun.isEmpty()) {
      Series history =
          old.part(
              UuidCreator.getTimeOrderedEpoch(), old.template(), old.recurrence().before(cut), now);
      Series complete = history.booked(earliest(old.bookedUntil(), cut), true);
      saved.add(new SavedSeries(complete, skippedOf(complete, state, isLater.negate())));
      begun.forEach(
          event -> events.add(new ChangedEvent(event, Occurrences.moveTo(complete, event, now))));
    }
    return new SeriesChange(
        saved,
        Optional.empty(),
        transition.added(),
        events,
        transition.removed(),
        transition.detached());
  }

  /** The new rule gives nothing that has not begun: the series ends here. */
  private SeriesChange ended(
      SeriesState state,
      SeriesDefinition next,
      Transition transition,
      Predicate<Instant> isEarlier,
      Instant cut) {
    Series old = state.series();
    Series ended = old.endedBefore(cut, now).withSource(next.source());
    transition.to(ended, List.of());
    return new SeriesChange(
        List.of(new SavedSeries(ended, skipped(state, isEarlier))),
        Optional.empty(),
        List.of(),
        transition.changed(),
        transition.removed(),
        transition.detached());
  }

  private Evaluation evaluate(SeriesDefinition definition, Series old) {
    Violations violations = new Violations();
    Template template = definition.template();
    Evaluation evaluation =
        Evaluation.of(
            template,
            definition.recurrence(),
            settings,
            now,
            Evaluation.lastBookedDay(old, template.zone()),
            violations);
    violations.throwIfAny();
    return evaluation;
  }

  /** A series cannot begin at a time that its clock skips. */
  private static void requireOnClock(Start cut, Series old, Violations violations) {
    violations.require(
        LaterPart.isOnClock(cut, old.recurrence().start()),
        "from_time",
        "must not be %s, because the clock skips %s; choose the occurrence before or after",
        cut.instant(),
        cut.local());
  }

  /** The later part of an imported series has a UID of its own. */
  private static Optional<IcalSource> newSource(Series old) {
    return old.source()
        .map(
            source ->
                new IcalSource(
                    new ComponentId(UUID.randomUUID() + "@calendar", ""), 0, Optional.empty(), 1));
  }

  private static List<SkippedOccurrence> skipped(SeriesState state, Predicate<Instant> part) {
    return state.skipped().stream()
        .filter(skip -> part.test(skip.occurrence().originalStart()))
        .toList();
  }

  private static List<SkippedOccurrence> skippedOf(
      Series series, SeriesState state, Predicate<Instant> part) {
    return skipped(state, part).stream()
        .map(
            skip ->
                new SkippedOccurrence(
                    new calendar.event.field.Occurrence(
                        series.id(),
                        skip.occurrence().originalStart(),
                        skip.occurrence().originalDate()),
                    skip.conflictingEventId()))
        .toList();
  }

  private static Instant earliest(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}

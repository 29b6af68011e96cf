package calendar.series.plan;

import calendar.error.Violations;
import calendar.event.Event;
import calendar.event.EventDraft;
import calendar.event.field.IcalSource;
import calendar.recurrence.Recurrence;
import calendar.recurrence.time.Start;
import calendar.series.model.Series;
import calendar.series.model.SeriesDraft;
import calendar.series.model.Template;
import java.time.Instant;
import java.util.Optional;

/** What a client may set in a series: its template, its rule and its source. */
record SeriesDefinition(Template template, Recurrence recurrence, Optional<IcalSource> source) {

  /**
   * Merges the named fields of a draft into a series, and checks the result.
   *
   * @param base the series before the change
   * @throws calendar.error.InvalidArgumentException with each bad field
   */
  static SeriesDefinition of(Series base, SeriesDraft draft, SeriesMask mask, Instant now) {
    Violations violations = new Violations();
    Event first = Occurrences.book(base, startOf(base), now, Instant.MIN).withSource(base.source());
    EventDraft merged = draft.first().over(first, mask.fields());
    if (mask.isExplicit()) {
      EventDraft.checkKind(mask.fields(), first.times(), violations);
    }
    violations.throwIfAny();
    SeriesRules.check(merged, SeriesMask.all(), violations);
    violations.throwIfAny();
    Event changed = first.change(merged, now);
    Template template = SeriesRules.template(changed, violations);
    violations.throwIfAny();
    Optional<Recurrence> recurrence =
        mask.namesRecurrence()
            ? SeriesRules.recurrence(draft.recurrence(), template, violations)
            : base.recurrence().movedTo(template.start(), violations);
    violations.throwIfAny();
    return new SeriesDefinition(
        template,
        recurrence.orElseThrow(),
        mask.namesSource() ? merged.ical().source(base.version() + 1) : base.source());
  }

  /** Returns true if times, zone and rule are those of the series. */
  boolean hasTimesOf(Series series) {
    return template.times().equals(series.template().times())
        && recurrence.lines().equals(series.recurrence().lines());
  }

  private static Start startOf(Series series) {
    return new Start(series.template().times().start(), series.template().start().time());
  }
}

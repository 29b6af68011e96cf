package calendar.series.plan;

import calendar.error.Violations;
import calendar.event.Event;
import calendar.event.EventDraft;
import calendar.event.EventRules;
import calendar.event.field.EventField;
import calendar.event.field.EventTimes;
import calendar.recurrence.Recurrence;
import calendar.recurrence.time.LocalStart;
import calendar.series.model.Template;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for a valid series. Each violation names the field by its path in the request. */
public final class SeriesRules {
  private static final String EVENT = "event.";
  private static final String SERIES = "series.";

  private SeriesRules() {}

  /** Checks only the named fields of the first occurrence. */
  public static void check(EventDraft first, Set<EventField> fields, Violations violations) {
    Violations ofEvent = new Violations();
    EventRules.check(first, fields, ofEvent);
    violations.addAll(
        ofEvent,
        field -> field.startsWith(EVENT) ? SERIES + field.substring(EVENT.length()) : field);
  }

  /** Returns the template that has the fields of the first occurrence, which are valid. */
  static Template template(Event first, Violations violations) {
    Template template =
        new Template(
            first.title(),
            first.description(),
            first.location(),
            first.availability(),
            first.remindBefore(),
            first.times());
    EventTimes times = first.times();
    if (violations.require(
        !times.timeZone().isEmpty(),
        "series.time_zone",
        "is required: an IANA name such as Europe/Brussels")) {
      LocalStart start = template.start();
      violations.require(
          times.start().getNano() == 0, "series.start_time", "must be in whole seconds");
      violations.require(
          start.instant().equals(times.start()),
          "series.start_time",
          "must be %s, the first of the two times at %s in %s",
          start.instant(),
          start.time(),
          start.zone());
    }
    return template;
  }

  /** Parses a rule. Returns empty, and adds violations, if it is not valid for the template. */
  static Optional<Recurrence> recurrence(
      List<String> lines, Template template, Violations violations) {
    boolean isGiven =
        violations.require(
            !lines.isEmpty(),
            Evaluation.FIELD,
            "is required: lines of RFC 5545 such as RRULE:FREQ=WEEKLY;BYDAY=MO");
    return isGiven ? Recurrence.parse(lines, template.start(), violations) : Optional.empty();
  }
}

package calendar.series.plan;

import calendar.error.Violations;
import calendar.event.field.EventTimes;
import calendar.event.field.TimeRules;
import calendar.recurrence.Recurrence;
import calendar.recurrence.time.Start;
import calendar.series.model.Series;
import calendar.series.model.SeriesSettings;
import calendar.series.model.Template;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The starts that a rule gives in the time that is booked: all of a rule with an end, otherwise
 * those up to the horizon.
 *
 * @param starts in order, without those of occurrences that ended before the retention time
 * @param until the time up to which the rule was evaluated, in whole microseconds
 * @param isComplete true if the rule gives nothing later
 */
record Evaluation(List<Start> starts, Instant until, boolean isComplete) {
  static final String FIELD = "series.recurrence";

  /** After all times that an event may have. */
  static final Instant END_OF_TIME = Instant.parse("+10000-01-01T00:00:00Z");

  /** Longer than any occurrence. */
  private static final Duration LONGEST = Duration.ofDays(368);

  private static final Instant BEGINNING_OF_TIME = Instant.parse("0000-12-01T00:00:00Z");

  /**
   * Evaluates the rule of a new or changed series. Adds a violation if there are too many
   * occurrences, if none is left to book, or if busy ones overlap each other.
   *
   * @param atLeast a rule without an end is evaluated at least up to this time
   */
  static Evaluation of(
      Template template,
      Recurrence recurrence,
      SeriesSettings settings,
      Instant now,
      Instant atLeast,
      Violations violations) {
    Instant retained = now.minus(settings.retention());
    Instant horizon = latest(now.plus(settings.horizon()), atLeast);
    Instant until = recurrence.hasEnd() ? END_OF_TIME : latest(horizon, template.times().end());
    Instant from =
        recurrence.hasEnd() ? BEGINNING_OF_TIME : retained.minus(longest(template)).minusSeconds(1);
    List<Start> given = recurrence.starts(from, until, Recurrence.MAX_OCCURRENCES);
    violations.require(
        given.size() <= Recurrence.MAX_OCCURRENCES,
        FIELD,
        recurrence.hasEnd()
            ? "must give at most %,d occurrences; end it earlier with COUNT or UNTIL"
            : "must give at most %,d occurrences in the time that is booked ahead",
        Recurrence.MAX_OCCURRENCES);
    violations.require(
        !end(template, given, now).isAfter(TimeRules.LAST_TIME),
        FIELD,
        "must not give an occurrence that ends after the year 9999");
    if (template.isBusy()) {
      apart(template, given, violations);
    }
    List<Start> starts =
        given.stream().filter(start -> template.timesAt(start).end().isAfter(retained)).toList();
    violations.require(
        !starts.isEmpty(),
        FIELD,
        "must give an occurrence that ends after %s; what ended before is not booked",
        retained);
    return recurrence.hasEnd()
        ? new Evaluation(starts, end(template, given, now), true)
        : new Evaluation(starts, until, false);
  }

  /**
   * Evaluates the rule of a series without an end further, up to the horizon or as far as the
   * largest number of occurrences allows.
   */
  static Evaluation next(Series series, SeriesSettings settings, Instant now) {
    Instant from = series.bookedUntil();
    Instant until = latest(from, now.plus(settings.horizon()));
    List<Start> given = series.recurrence().starts(from, until, Recurrence.MAX_OCCURRENCES);
    boolean areTooMany = given.size() > Recurrence.MAX_OCCURRENCES;
    Instant retained = now.minus(settings.retention());
    List<Start> starts =
        given.stream()
            .limit(Recurrence.MAX_OCCURRENCES)
            .filter(start -> series.template().timesAt(start).end().isAfter(retained))
            .toList();
    return new Evaluation(
        starts, areTooMany ? given.get(Recurrence.MAX_OCCURRENCES).instant() : until, false);
  }

  /**
   * The starts that the rule gave a stored series, as far as it was booked. Leaves out those of
   * occurrences that ended before the retention time.
   */
  static List<Start> booked(Series series, SeriesSettings settings, Instant now) {
    return series
        .recurrence()
        .starts(
            now.minus(settings.retention()).minus(LONGEST),
            series.isComplete() ? END_OF_TIME : series.bookedUntil(),
            Integer.MAX_VALUE - 1);
  }

  /** The same version of a series, booked as far as this evaluation goes. */
  Series book(Series series) {
    return series.booked(until, isComplete);
  }

  /**
   * The end of the last day on which a series is booked: the date on its clock, the time on the
   * clock of its new zone. An occurrence that moves within its day stays booked.
   */
  static Instant lastBookedDay(Series series, ZoneId newZone) {
    LocalDateTime until = LocalDateTime.ofInstant(series.bookedUntil(), series.template().zone());
    LocalDate day = until.toLocalDate();
    return (until.equals(day.atStartOfDay()) ? day : day.plusDays(1))
        .atStartOfDay(newZone)
        .toInstant();
  }

  private static void apart(Template template, List<Start> starts, Violations violations) {
    for (int i = 1; i < starts.size(); i++) {
      EventTimes times = template.timesAt(starts.get(i - 1));
      Instant next = starts.get(i).instant();
      if (!violations.require(
          !times.end().isAfter(next),
          FIELD,
          "must not give BUSY occurrences that overlap: one is from %s to %s, the next begins at %s",
          times.start(),
          times.end(),
          next)) {
        return;
      }
    }
  }

  private static Instant end(Template template, List<Start> given, Instant otherwise) {
    return given.isEmpty() ? otherwise : template.timesAt(given.get(given.size() - 1)).end();
  }

  /** A day in a zone may have more than 24 hours. */
  private static Duration longest(Template template) {
    return Duration.between(template.times().start(), template.times().end()).plusDays(1);
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

package calendar.series.model;

import calendar.event.Event;
import calendar.event.field.IcalSource;
import calendar.recurrence.Recurrence;
import calendar.recurrence.time.Start;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A rule and a template for events that recur.
 *
 * @param id a UUIDv7, unique for its owner
 * @param recurrence its start is that of the template
 * @param version 1 for a new series; each update adds 1
 * @param bookedUntil the time up to which the rule was evaluated
 * @param isComplete true if the rule gives nothing after {@code bookedUntil}
 * @param source the iCalendar component that it was imported from; empty if it was not imported
 */
public record Series(
    String ownerId,
    UUID id,
    Template template,
    Recurrence recurrence,
    long version,
    Instant createTime,
    Instant updateTime,
    Instant bookedUntil,
    boolean isComplete,
    Optional<IcalSource> source) {

  /**
   * @throws IllegalArgumentException if the rule has another start than the template
   */
  public Series {
    if (!recurrence.start().equals(template.start())) {
      throw new IllegalArgumentException(
          "The rule starts at %s, the template at %s"
              .formatted(recurrence.start(), template.start()));
    }
  }

  /** Identifies this version of the series; opaque to clients (AIP-154). */
  public String etag() {
    return Event.etag(version);
  }

  /** The start on the series' clock that the rule gave an occurrence. */
  public Start originalStart(calendar.event.field.Occurrence occurrence) {
    LocalDateTime local =
        occurrence
            .originalDate()
            .map(date -> date.atStartOfDay())
            .orElseGet(() -> occurrence.originalStart().atZone(template.zone()).toLocalDateTime());
    return new Start(occurrence.originalStart(), local);
  }

  /** The same series with another template and rule, in its next version. */
  public Series changed(Template newTemplate, Recurrence newRecurrence, Instant now) {
    return new Series(
        ownerId,
        id,
        newTemplate,
        newRecurrence,
        version + 1,
        createTime,
        now,
        bookedUntil,
        isComplete,
        source);
  }

  /** The same series, of which nothing is left from the cut on, in its next version. */
  public Series endedBefore(Instant cut, Instant now) {
    return new Series(
        ownerId,
        id,
        template,
        recurrence.before(cut),
        version + 1,
        createTime,
        now,
        bookedUntil,
        true,
        source);
  }

  /**
   * The same version of the series, booked up to another time.
   *
   * @param nothingFollows true if the rule gives nothing after that time
   */
  public Series booked(Instant until, boolean nothingFollows) {
    return new Series(
        ownerId,
        id,
        template,
        recurrence,
        version,
        createTime,
        updateTime,
        until,
        nothingFollows,
        source);
  }

  public Series withSource(Optional<IcalSource> other) {
    return new Series(
        ownerId,
        id,
        template,
        recurrence,
        version,
        createTime,
        updateTime,
        bookedUntil,
        isComplete,
        other);
  }

  /** A new series that takes over a part of this one. */
  public Series part(UUID newId, Template itsTemplate, Recurrence itsRecurrence, Instant now) {
    return new Series(
        ownerId,
        newId,
        itsTemplate,
        itsRecurrence,
        1,
        now,
        now,
        bookedUntil,
        isComplete,
        Optional.empty());
  }
}

package calendar.series.plan;

import static java.util.stream.Collectors.joining;

import calendar.error.Violations;
import calendar.event.EventDraft;
import calendar.event.field.EventField;
import calendar.series.model.SeriesDraft;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The fields that an update of a series changes (AIP-134).
 *
 * @param fields those that an event has too
 * @param namesRecurrence true if the rule changes
 * @param isExplicit true if the client named them
 */
public record SeriesMask(Set<EventField> fields, boolean namesRecurrence, boolean isExplicit) {
  static final String RECURRENCE = "recurrence";

  private static final String EVERYTHING = "*";
  private static final int LONGEST_ECHO = 64;

  /** The fields that a series has. */
  public static Set<EventField> all() {
    Set<EventField> fields = EventField.all();
    fields.remove(EventField.ICAL_RECURRENCE_ID);
    return fields;
  }

  /**
   * Returns the fields that the paths name; {@code *} names all, no path means the fields that are
   * set. Adds a violation of {@code update_mask} for the first path that is unknown.
   */
  public static SeriesMask of(Collection<String> paths, SeriesDraft draft, Violations violations) {
    if (paths.isEmpty()) {
      return new SeriesMask(setFields(draft.first()), !draft.recurrence().isEmpty(), false);
    }
    if (paths.stream().allMatch(EVERYTHING::equals)) {
      return new SeriesMask(all(), true, true);
    }
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    boolean namesRecurrence = false;
    for (String path : paths) {
      Optional<EventField> named = EventField.at(path).filter(all()::contains);
      namesRecurrence |= path.equals(RECURRENCE);
      boolean known =
          violations.require(
              named.isPresent() || path.equals(RECURRENCE),
              "update_mask",
              "must name %s, or be only \"*\"; found \"%s\"",
              Stream.concat(all().stream().map(EventField::path), Stream.of(RECURRENCE))
                  .collect(joining(", ")),
              path.substring(0, Math.min(path.length(), LONGEST_ECHO)));
      if (!known) {
        break;
      }
      named.ifPresent(fields::add);
    }
    return new SeriesMask(fields, namesRecurrence, true);
  }

  /** Returns true if it names a field of the series' source. */
  boolean namesSource() {
    return Stream.of(EventField.ICAL_UID, EventField.ICAL_SEQUENCE, EventField.ICAL_MODIFIED_TIME)
        .anyMatch(fields::contains);
  }

  /** Returns true if it names a time, a date or the zone. */
  boolean namesTimes() {
    return List.of(
            EventField.START_TIME,
            EventField.END_TIME,
            EventField.START_DATE,
            EventField.END_DATE,
            EventField.TIME_ZONE)
        .stream()
        .anyMatch(fields::contains);
  }

  private static Set<EventField> setFields(EventDraft draft) {
    Set<EventField> fields = draft.setFields();
    fields.remove(EventField.ICAL_RECURRENCE_ID);
    return fields;
  }
}

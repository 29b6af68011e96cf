package calendar.event;

import static java.util.stream.Collectors.joining;

import calendar.error.Violations;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fields that an update may change, named as in an update mask (AIP-134). */
public enum EventField {
  TITLE,
  DESCRIPTION,
  START_TIME,
  END_TIME,
  REMIND_BEFORE,
  ICAL_UID,
  ICAL_RECURRENCE_ID,
  ICAL_SEQUENCE,
  ICAL_MODIFIED_TIME;

  /** The fields of the first API version. */
  private static final Set<EventField> FIRST = EnumSet.range(TITLE, REMIND_BEFORE);

  private static final Set<EventField> ICAL = EnumSet.range(ICAL_UID, ICAL_MODIFIED_TIME);

  private static final String EVERYTHING = "*";
  private static final int LONGEST_ECHO = 64;

  /** All fields. The update mask {@code *} means these. */
  public static Set<EventField> all() {
    return EnumSet.allOf(EventField.class);
  }

  /** The name in requests, for example {@code start_time}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns true if one of the fields belongs to the event's source. */
  static boolean anyIcal(Set<EventField> fields) {
    return fields.stream().anyMatch(ICAL::contains);
  }

  /**
   * Returns the fields that a mask names; the mask {@code *} names all. Adds a violation of {@code
   * update_mask} for the first path that is unknown or output-only, and ignores the paths after it.
   *
   * <p>An empty mask names the fields of the first API version, and each newer field that the draft
   * sets. So an old client never clears a field that it does not know.
   */
  static Set<EventField> named(Collection<String> paths, EventDraft draft, Violations violations) {
    if (paths.isEmpty()) {
      return firstAndSet(draft.ical());
    }
    if (paths.stream().allMatch(EVERYTHING::equals)) {
      return all();
    }
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    for (String path : paths) {
      Optional<EventField> named = all().stream().filter(f -> f.path().equals(path)).findFirst();
      if (named.isEmpty()) {
        violations.require(
            false,
            "update_mask",
            "must name %s, or be only \"*\"; found \"%s\"",
            all().stream().map(EventField::path).collect(joining(", ")),
            path.substring(0, Math.min(path.length(), LONGEST_ECHO)));
        break;
      }
      fields.add(named.get());
    }
    return fields;
  }

  private static Set<EventField> firstAndSet(IcalDraft ical) {
    Set<EventField> fields = EnumSet.copyOf(FIRST);
    if (!ical.uid().isEmpty()) {
      fields.add(ICAL_UID);
    }
    if (!ical.recurrenceId().isEmpty()) {
      fields.add(ICAL_RECURRENCE_ID);
    }
    if (ical.sequence() != 0) {
      fields.add(ICAL_SEQUENCE);
    }
    if (ical.modifiedTime() != null) {
      fields.add(ICAL_MODIFIED_TIME);
    }
    return fields;
  }
}

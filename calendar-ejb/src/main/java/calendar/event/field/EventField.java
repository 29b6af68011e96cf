package calendar.event.field;

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
  ICAL_MODIFIED_TIME,
  LOCATION,
  AVAILABILITY,
  START_DATE,
  END_DATE,
  TIME_ZONE;

  /** The fields of the first API version. */
  public static final Set<EventField> FIRST = Set.copyOf(EnumSet.range(TITLE, REMIND_BEFORE));

  /** The fields of an event's source. */
  public static final Set<EventField> ICAL =
      Set.copyOf(EnumSet.range(ICAL_UID, ICAL_MODIFIED_TIME));

  /** All fields. The update mask {@code *} means these. */
  public static Set<EventField> all() {
    return EnumSet.allOf(EventField.class);
  }

  /** Returns the field with this path; empty if there is none. */
  public static Optional<EventField> at(String path) {
    return all().stream().filter(field -> field.path().equals(path)).findFirst();
  }

  /** The name in requests, for example {@code start_time}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }
}

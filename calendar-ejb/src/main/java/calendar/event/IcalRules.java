package calendar.event;

import static calendar.event.field.EventField.ICAL_MODIFIED_TIME;
import static calendar.event.field.EventField.ICAL_RECURRENCE_ID;
import static calendar.event.field.EventField.ICAL_SEQUENCE;
import static calendar.event.field.EventField.ICAL_UID;

import calendar.error.Violations;
import calendar.event.field.EventField;
import calendar.event.field.IcalDraft;
import calendar.event.field.TimeRules;
import java.util.List;
import java.util.Set;

/** The rules for the source of an imported event, and for a search by UID. */
final class IcalRules {
  static final int ID_CHARACTERS = 255;
  static final int SEARCHED_UIDS = 500;

  private IcalRules() {}

  /** Checks only the named fields of a draft. */
  static void check(IcalDraft ical, Set<EventField> fields, Violations violations) {
    boolean uidMissing = fields.contains(ICAL_UID) && ical.uid().isEmpty();
    if (fields.contains(ICAL_UID)) {
      EventRules.text(ical.uid(), 0, ID_CHARACTERS, "event.ical_uid", violations);
    }
    if (fields.contains(ICAL_RECURRENCE_ID)) {
      String field = "event.ical_recurrence_id";
      EventRules.text(ical.recurrenceId(), 0, ID_CHARACTERS, field, violations);
      needsUid(uidMissing && !ical.recurrenceId().isEmpty(), field, violations);
    }
    if (fields.contains(ICAL_SEQUENCE)) {
      String field = "event.ical_sequence";
      violations.require(
          ical.sequence() >= 0, field, "must be 0 or more, found %d", ical.sequence());
      needsUid(uidMissing && ical.sequence() != 0, field, violations);
    }
    if (fields.contains(ICAL_MODIFIED_TIME) && ical.modifiedTime() != null) {
      String field = "event.ical_modified_time";
      TimeRules.time(ical.modifiedTime(), field, violations);
      needsUid(uidMissing, field, violations);
    }
  }

  /** Checks the UIDs of a search, and stops at the first invalid one. */
  static void searched(List<String> uids, Violations violations) {
    boolean fine =
        violations.require(
            !uids.isEmpty() && uids.size() <= SEARCHED_UIDS,
            "ical_uids",
            "must have 1 to %d entries, found %d",
            SEARCHED_UIDS,
            uids.size());
    for (int i = 0; fine && i < uids.size(); i++) {
      fine = EventRules.text(uids.get(i), 1, ID_CHARACTERS, "ical_uids[" + i + "]", violations);
    }
  }

  private static void needsUid(boolean missing, String field, Violations violations) {
    violations.require(!missing, field, "must not be set without ical_uid");
  }
}

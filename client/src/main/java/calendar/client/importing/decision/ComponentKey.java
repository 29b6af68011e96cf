package calendar.client.importing.decision;

import calendar.client.ics.RecurrenceId;
import calendar.client.ics.event.ComponentIdentity;

/**
 * Identifies a component of one owner.
 *
 * @param uid the UID in the calendar
 * @param recurrence a normal form of the RECURRENCE-ID: one text for all spellings of an instant
 */
record ComponentKey(String uid, String recurrence) {

  static ComponentKey of(ComponentIdentity identity) {
    return of(identity.uid(), identity.recurrenceId());
  }

  static ComponentKey of(String uid, String recurrenceId) {
    return new ComponentKey(uid, RecurrenceId.comparable(recurrenceId));
  }
}

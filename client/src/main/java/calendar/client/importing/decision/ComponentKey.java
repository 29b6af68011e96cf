package calendar.client.importing.decision;

import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.RecurrenceId;

/**
 * What makes two components of one owner the same one.
 *
 * @param uid as it is stored
 * @param recurrence the same for all ways to write one instant
 */
record ComponentKey(String uid, String recurrence) {

  static ComponentKey of(ComponentIdentity identity) {
    return of(identity.uid(), identity.recurrenceId());
  }

  static ComponentKey of(String uid, String recurrenceId) {
    return new ComponentKey(uid, RecurrenceId.comparable(recurrenceId));
  }
}

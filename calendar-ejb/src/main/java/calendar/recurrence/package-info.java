/**
 * When something repeats: the rules and dates of RFC 5545 (RRULE, RDATE, EXDATE), read, checked and
 * evaluated on the wall clock of a zone.
 *
 * <p>{@link calendar.recurrence.Recurrence} is the entrance, with starts from {@link
 * calendar.recurrence.time}. The RRULE alone is in {@link calendar.recurrence.rule}.
 */
package calendar.recurrence;

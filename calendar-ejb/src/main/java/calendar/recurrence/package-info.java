/**
 * When something repeats: the rules and dates of RFC 5545 (RRULE, RDATE, EXDATE), read, checked and
 * evaluated on the wall clock of a zone.
 *
 * <p>{@link calendar.recurrence.Recurrence} is all that others need. Only {@code LibraryRule} knows
 * the library that expands a rule (decision 0021).
 */
package calendar.recurrence;

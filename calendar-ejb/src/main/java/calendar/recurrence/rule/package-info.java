/**
 * An RRULE without the dates beside it: read, checked and expanded. Only {@code LibraryRule} knows
 * the library that expands a rule (decision 0021).
 */
package calendar.recurrence.rule;

/**
 * The errors that the calendar answers with: one small tree, mapped to the outside in one place.
 */
package calendar.error;

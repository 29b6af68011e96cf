/**
 * Reads the lines of an iCalendar file (RFC 5545, 3.1 to 3.3): charset, folding, parameters,
 * escapes, and the nesting of components. It does not know what a property means.
 */
package calendar.client.ics.syntax;

/**
 * Reading iCalendar files (RFC 5545), one component at a time, so that a broken one costs only
 * itself. {@link calendar.client.ics.IcsReader} is the way in.
 */
package calendar.client.ics;

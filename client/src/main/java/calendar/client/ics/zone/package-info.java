/**
 * Time zones of iCalendar files: the zone that a TZID names, and zones that a VTIMEZONE defines.
 * Depends on no other package of the project.
 */
package calendar.client.ics.zone;

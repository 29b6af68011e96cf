/**
 * Time zones of iCalendar files: finds zones by TZID and evaluates VTIMEZONE definitions. Does not
 * depend on other packages of the project.
 */
package calendar.client.ics.zone;

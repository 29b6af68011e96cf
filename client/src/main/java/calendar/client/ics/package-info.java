/**
 * Reads iCalendar files (RFC 5545). A broken component does not affect the others. The entry point
 * is {@link calendar.client.ics.IcsReader}.
 *
 * <p>The package {@code syntax} splits a file into lines and components. {@code CalendarReader} and
 * {@code EventReader} turn components into events of the package {@code event}, with {@code
 * TimeProperty}, {@code IcsDuration}, {@code Alarms} and {@code CalendarZones} for single
 * properties.
 */
package calendar.client.ics;

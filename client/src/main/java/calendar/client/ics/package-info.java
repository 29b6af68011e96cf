/**
 * Reading iCalendar files (RFC 5545), so that a broken component costs only itself. {@link
 * calendar.client.ics.IcsReader} is the way in.
 *
 * <p>From the file to its events: {@code FileBytes}, {@code ContentLines}, {@code
 * CalendarSplitter}, {@code CalendarReader}, {@code EventReader}. What the lines mean: {@code
 * TimeProperty}, {@code IcsDuration}, {@code TextValue}, {@code Alarms}, {@code CalendarZones}.
 */
package calendar.client.ics;

/**
 * The API's program: {@link calendar.api.CalendarBeans} builds the calendar that all entrances use.
 */
package calendar.api;

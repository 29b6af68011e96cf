/**
 * The program {@code calendar_client}: one class for each of its commands. {@link
 * calendar.client.command.CalendarClientProgram} is the way in.
 */
package calendar.client.command;

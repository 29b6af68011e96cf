/**
 * The program {@code calendar_client}, with one class for each command. The entry point is {@link
 * calendar.client.command.CalendarClientProgram}.
 */
package calendar.client.command;

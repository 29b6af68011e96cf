/**
 * The commands that change an event or a series. {@link
 * calendar.client.command.update.ChangeOptions} are the new fields; the event is read only if they
 * depend on it.
 */
package calendar.client.command.update;

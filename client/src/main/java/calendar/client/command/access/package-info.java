/** The commands that say who may do what with a calendar. */
package calendar.client.command.access;

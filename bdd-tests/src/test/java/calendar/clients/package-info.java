/** The code in {@code docs/clients.md}, run as its readers run it. */
package calendar.clients;

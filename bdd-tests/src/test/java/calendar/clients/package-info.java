/** Runs the code in {@code docs/clients.md} as its readers do. */
package calendar.clients;

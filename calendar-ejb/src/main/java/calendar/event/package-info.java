/** Events: their values, their rules, and the port to the storages that keep them. */
package calendar.event;

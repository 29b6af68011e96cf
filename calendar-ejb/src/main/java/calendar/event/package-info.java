/**
 * Events: their rules, and the port to the storages that keep them. {@link calendar.event.Calendar}
 * is the entrance; the values are in {@link calendar.event.field}.
 */
package calendar.event;

/** Events: what they are, what makes them valid, and the storages that keep them. */
package calendar.event;

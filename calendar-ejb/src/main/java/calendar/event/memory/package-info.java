/** The storage of events in memory. */
package calendar.event.memory;

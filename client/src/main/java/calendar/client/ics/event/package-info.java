/** What a file contains: events, cancellations, and components that were skipped. */
package calendar.client.ics.event;

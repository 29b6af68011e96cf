/**
 * A small client library over gRPC: {@link calendar.client.CalendarClient} for calls that wait,
 * {@link calendar.client.AsyncCalendarClient} for many at once, and errors with a type of their
 * own, each a {@link calendar.client.CalendarCallException}.
 */
package calendar.client;

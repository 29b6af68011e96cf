/**
 * A small gRPC client library. {@link calendar.client.CalendarClient} has blocking calls, {@link
 * calendar.client.AsyncCalendarClient} asynchronous ones. Every error is a {@link
 * calendar.client.error.CalendarCallException}.
 */
package calendar.client;

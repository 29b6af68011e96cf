/** The errors of calls, each with what the calendar said about it. */
package calendar.client.error;

/** Reads the date in a time: as a day, as a weekday, or from today. */
package calendar.client.time.date;

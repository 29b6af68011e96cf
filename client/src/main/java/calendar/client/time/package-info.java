/**
 * Reads times, dates and durations as people write them. {@link calendar.client.time.TimeReader} is
 * the entry point.
 *
 * <p>A time is a date, a time of day and a time zone, in any order; each may be missing. {@code
 * WordReader} splits the text, one grammar reads each part, and {@code WrittenTime} puts the parts
 * together.
 */
package calendar.client.time;

/**
 * Reads times, dates and durations as people write them. {@link calendar.client.time.TimeReader} is
 * the entry point.
 *
 * <p>A time is a date, a time of day and a time zone, in any order; each may be missing. The
 * package {@code text} splits the text into words, one grammar reads each part (that of the date is
 * in the package {@code date}), and {@code WrittenTime} puts the parts together.
 */
package calendar.client.time;

/** The storage of series in memory, which shares the events of {@code calendar.event.memory}. */
package calendar.series.memory;

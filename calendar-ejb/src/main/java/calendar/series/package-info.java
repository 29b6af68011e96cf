/**
 * Series: a rule and a template, of which each occurrence is an event of its own. {@link
 * calendar.series.SeriesCalendar} is the entrance; planners compute what a change writes, without
 * any storage; a {@link calendar.series.SeriesStorage} writes it, all or nothing.
 */
package calendar.series;

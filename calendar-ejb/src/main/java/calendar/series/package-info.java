/**
 * Series: a rule and a template, of which each occurrence is an event of its own. {@link
 * calendar.series.SeriesCalendar} is the entrance; planners ({@link calendar.series.plan}) compute
 * what a change writes, without any storage; a storage ({@link calendar.series.storage}) writes it,
 * all or nothing. The values of all of them are in {@link calendar.series.model}.
 */
package calendar.series;

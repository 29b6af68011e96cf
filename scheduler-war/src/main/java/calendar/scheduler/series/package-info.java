/** The daily work on series: books them up to the horizon, and removes what is long over. */
package calendar.scheduler.series;

/** The storage of series in PostgreSQL. */
package calendar.series.postgres;

/**
 * What a series is: a rule and a template, with its skipped occurrences; as stored, and as a client
 * sends it.
 */
package calendar.series.model;

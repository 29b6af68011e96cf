/** Measures and logs the end of each call. */
package calendar.api.call.report;

/** The errors that the calendar returns: one small tree, mapped to each protocol in one place. */
package calendar.error;

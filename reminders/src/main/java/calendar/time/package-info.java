/** Where time comes from. */
package calendar.time;

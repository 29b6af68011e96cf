/**
 * Booking what an iCalendar file holds: many calls at once, repeated where that helps, and every
 * component accounted for. {@link calendar.client.importing.Importer} is the way in.
 */
package calendar.client.importing;

/**
 * The fields of an event: their values, as stored and as a client sends them, and the rules for
 * times, dates and zones. {@link calendar.event.field.EventField} lists their names.
 */
package calendar.event.field;

/**
 * Decides what an import does about each component. It makes no calls: it compares the file with
 * what the calendar has.
 */
package calendar.client.importing.decision;

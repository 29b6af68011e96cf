/**
 * Decides about each component of an import: create, update, delete or keep. Compares the file with
 * the calendar's events, and makes no calls.
 */
package calendar.client.importing.decision;

/** The record of who changed what: one line of JSON for each attempt, in a file of its own. */
package calendar.audit;

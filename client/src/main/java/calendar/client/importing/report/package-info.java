/** The result of an import: what happened to each component, and the counts. */
package calendar.client.importing.report;

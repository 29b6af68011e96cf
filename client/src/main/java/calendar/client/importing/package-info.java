/**
 * Imports an iCalendar file into a calendar: with concurrent calls, retries, and a result for every
 * component. The entry point is {@link calendar.client.importing.Importer}.
 *
 * <p>The steps: {@code ImportPlan} selects the latest versions, {@code StoredEventFinder} finds
 * them in the calendar, {@code VersionRules} decides, {@code ComponentImport} makes the calls,
 * {@code ImportResults} collects the results.
 */
package calendar.client.importing;

/**
 * Bringing a calendar to what an iCalendar file says: many calls at once, repeated where that
 * helps, and a result for every component. {@link calendar.client.importing.Importer} is the way
 * in.
 *
 * <p>The steps: {@code ImportPlan} picks the versions that count, {@code StoredEventFinder} asks
 * what is known, {@code VersionRules} decides, {@code ComponentImport} does it, {@code
 * ImportResults} counts.
 */
package calendar.client.importing;

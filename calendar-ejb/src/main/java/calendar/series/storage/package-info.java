/**
 * The port to the storages of series. A {@link calendar.series.storage.SeriesPlanner} computes a
 * {@link calendar.series.storage.SeriesChange}; a storage writes it, all or nothing.
 */
package calendar.series.storage;

package calendar.series.storage;

/**
 * What a purge removed.
 *
 * @param series finished series without occurrences
 * @param skipped skipped occurrences
 */
public record PurgedSeries(int series, int skipped) {}

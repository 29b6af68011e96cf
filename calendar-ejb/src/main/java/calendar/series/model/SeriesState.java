package calendar.series.model;

import calendar.event.Event;
import java.util.List;

/**
 * A series as it is stored, while nobody else can change it.
 *
 * @param occurrences ordered by original start
 * @param skipped ordered by original start
 */
public record SeriesState(
    Series series, List<Event> occurrences, List<SkippedOccurrence> skipped) {}

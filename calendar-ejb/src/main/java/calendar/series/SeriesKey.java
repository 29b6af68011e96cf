package calendar.series;

import java.util.UUID;

/** Identifies a series. */
public record SeriesKey(String ownerId, UUID id) {}

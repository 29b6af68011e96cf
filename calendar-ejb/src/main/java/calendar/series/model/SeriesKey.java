package calendar.series.model;

import java.util.UUID;

/** Identifies a series. */
public record SeriesKey(String ownerId, UUID id) {}

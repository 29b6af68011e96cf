package calendar.series.storage;

import calendar.series.model.OnConflict;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a storage must know about a change of a series, besides its {@link SeriesPlanner}.
 *
 * @param seriesId empty for a new series
 * @param etag the state that the series must have; empty for any
 * @param requestId makes the change safe to repeat (AIP-155); empty if the client sent none
 * @param isTrial true to write nothing and return the conflicts
 * @param now when the change is made
 */
public record SeriesRequest(
    String ownerId,
    Optional<UUID> seriesId,
    Optional<String> etag,
    Optional<UUID> requestId,
    OnConflict onConflict,
    boolean isTrial,
    Instant now) {}

package calendar.series.model;

import java.time.Duration;

/**
 * How far series are booked.
 *
 * @param retention how long ended events are kept: {@code scheduler.retention}. What ended before
 *     is not booked
 * @param horizon how far ahead a series without an end is booked: {@code series.horizon}
 */
public record SeriesSettings(Duration retention, Duration horizon) {}

package calendar.scheduler;

import java.time.Duration;

/**
 * How the scheduler works.
 *
 * @param batchSize how many reminders to claim and publish at a time, at most
 * @param lease how long a claim lasts
 * @param republishAfter when to publish again what was not delivered; doubles every time
 * @param retention how long events are kept after their end, and deleted imported events are
 *     remembered
 */
record SchedulerSettings(
    int batchSize, Duration lease, Duration republishAfter, Duration retention) {}

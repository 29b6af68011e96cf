package calendar.scheduler;

import java.time.Duration;

/**
 * The settings of the scheduler.
 *
 * @param batchSize the largest number of reminders in a claim
 * @param lease how long a claim lasts
 * @param republishAfter after this time an undelivered reminder is published again; the time
 *     doubles with each repeat
 * @param retention how long events are kept after their end, and deleted imported events after
 *     their deletion
 */
record SchedulerSettings(
    int batchSize, Duration lease, Duration republishAfter, Duration retention) {}

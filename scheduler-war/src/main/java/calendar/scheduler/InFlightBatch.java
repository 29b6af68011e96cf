package calendar.scheduler;

import calendar.reminder.Claim;
import calendar.reminder.messaging.Publishing;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * The reminders of one claim on their way to the queue. A batch is either in flight or completed:
 * {@link #awaitConfirmed} ends the flight. Not thread safe.
 *
 * @param claimedAt when the scheduler claimed the reminders, by the host's clock
 */
record InFlightBatch(Claim claim, Instant claimedAt, Publishing publishing) {

  /**
   * Blocks until the queue has answered for each reminder or has been silent for too long. Call it
   * exactly once, because the queue keeps a channel open until then.
   *
   * @param clock gives the time of completion
   */
  CompletedBatch awaitConfirmed(Clock clock) {
    Set<UUID> confirmed = publishing.awaitConfirmed();
    return new CompletedBatch(claim, claimedAt, confirmed, clock.instant());
  }
}

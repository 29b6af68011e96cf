package calendar.client.importing;

import calendar.client.RetryableException;
import calendar.client.ics.IcsEvent;
import calendar.client.ics.SkippedComponent;
import java.util.List;
import java.util.Optional;

/**
 * How an import ended.
 *
 * @param skipped in the order of the file
 * @param withoutReminders events that were created, but none of whose alarms comes before the start
 * @param interruption why it ended early, if it did: the counts are then those so far
 */
public record ImportReport(
    ImportCounts counts,
    List<SkippedComponent> skipped,
    List<IcsEvent> withoutReminders,
    Optional<RetryableException> interruption) {

  public ImportReport {
    skipped = List.copyOf(skipped);
    withoutReminders = List.copyOf(withoutReminders);
  }
}

package calendar.client.importing.report;

import calendar.client.RetryableException;
import calendar.client.ics.IcsFile;
import java.util.List;
import java.util.Optional;

/**
 * How an import ended.
 *
 * @param file what was read
 * @param results of the components, in the order of the file
 * @param interruption why it ended early, if it did: the results are then those so far
 */
public record ImportReport(
    IcsFile file, List<ComponentResult> results, Optional<RetryableException> interruption) {

  public ImportReport {
    results = List.copyOf(results);
  }

  public ImportCounts counts() {
    return ImportCounts.of(results);
  }

  /** The results of one outcome, in the order of the file. */
  public List<ComponentResult> with(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).toList();
  }
}

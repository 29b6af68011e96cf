package calendar.client.importing.report;

import calendar.client.error.RetryableException;
import calendar.client.ics.event.IcsFile;
import java.util.List;
import java.util.Optional;

/**
 * The result of an import.
 *
 * @param file the content of the file
 * @param results the results of the components, in the order of the file
 * @param interruption the failure that stopped the import early, if any; the results are then
 *     incomplete
 */
public record ImportReport(
    IcsFile file, List<ComponentResult> results, Optional<RetryableException> interruption) {

  public ImportReport {
    results = List.copyOf(results);
  }

  public ImportCounts counts() {
    return ImportCounts.of(results);
  }

  /** The results with an outcome, in the order of the file. */
  public List<ComponentResult> with(Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).toList();
  }
}

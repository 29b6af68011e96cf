package calendar.client.importing.report;

import java.util.Collection;

/** The number of components for each outcome. */
public record ImportCounts(
    long created, long updated, long unchanged, long cancelled, long busy, long skipped) {

  public static ImportCounts of(Collection<ComponentResult> results) {
    return new ImportCounts(
        count(results, Outcome.CREATED),
        count(results, Outcome.UPDATED),
        count(results, Outcome.UNCHANGED),
        count(results, Outcome.CANCELLED),
        count(results, Outcome.BUSY),
        count(results, Outcome.SKIPPED));
  }

  /**
   * The first line of a summary, such as {@code 943 created, 0 updated, 0 unchanged, 0 cancelled, 0
   * busy, 0 skipped}.
   */
  @Override
  public String toString() {
    return "%d created, %d updated, %d unchanged, %d cancelled, %d busy, %d skipped"
        .formatted(created, updated, unchanged, cancelled, busy, skipped);
  }

  private static long count(Collection<ComponentResult> results, Outcome outcome) {
    return results.stream().filter(result -> result.outcome() == outcome).count();
  }
}

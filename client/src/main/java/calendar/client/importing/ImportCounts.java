package calendar.client.importing;

/** How many components came to which end so far. */
public record ImportCounts(long created, long alreadyThere, long busy, long skipped) {

  /**
   * The line that ends an import, such as {@code 943 created, 0 already there, 0 busy, 0 skipped}.
   */
  @Override
  public String toString() {
    return "%d created, %d already there, %d busy, %d skipped"
        .formatted(created, alreadyThere, busy, skipped);
  }
}

package calendar.faults;

/**
 * How a burst of reminders ended.
 *
 * @param due how many were due
 * @param delivered how many the database says are delivered
 * @param lost how many never appeared in a sender's output
 * @param printedTwice how many lines there were beyond the first of each reminder
 * @param seconds from the moment they were due until the last one was delivered
 */
record Tally(int due, int delivered, int lost, int printedTwice, double seconds) {

  @Override
  public String toString() {
    return "%d due, %d delivered, %d lost, %d printed twice, drained in %.1f s"
        .formatted(due, delivered, lost, printedTwice, seconds);
  }
}

package calendar.local.stack;

import java.util.function.Consumer;

/**
 * Tells the reminders that a sender prints from its log, which goes to the same place.
 *
 * @param reminders is told the JSON line of each reminder
 * @param log is told all other lines
 */
record SenderLines(Consumer<String> reminders, Consumer<String> log) implements Consumer<String> {
  private static final String REMINDER = "{\"reminder_id\"";

  @Override
  public void accept(String line) {
    if (line.startsWith(REMINDER)) {
      reminders.accept(line);
    } else {
      log.accept(line);
    }
  }
}

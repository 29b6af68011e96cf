package calendar.local.stack;

import java.util.function.Consumer;

/**
 * Separates the reminders that a sender prints from its log, which goes to the same output.
 *
 * @param reminders receives the JSON line of each reminder
 * @param log receives all other lines
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

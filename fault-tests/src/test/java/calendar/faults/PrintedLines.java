package calendar.faults;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the senders have printed, counted by reminder. A line that a kill has torn does not count:
 * nobody can read it.
 *
 * <p>Safe for use by several threads.
 */
final class PrintedLines {
  private static final Pattern REMINDER =
      Pattern.compile("\\{\"reminder_id\":\"([0-9a-f-]{36})\",.*}");

  private final Map<UUID, Integer> counts = new HashMap<>();
  private boolean paused;

  /** Reads nothing until {@link #goOn}: soon the senders can print no more. */
  synchronized void pause() {
    paused = true;
  }

  synchronized void goOn() {
    paused = false;
    notifyAll();
  }

  synchronized void saw(String line) {
    awaitEndOfPause();
    Matcher matcher = REMINDER.matcher(line);
    if (matcher.matches()) {
      counts.merge(UUID.fromString(matcher.group(1)), 1, Integer::sum);
    }
  }

  private void awaitEndOfPause() {
    try {
      while (paused) {
        wait();
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many of these reminders were printed at all. */
  synchronized int printed(Collection<UUID> reminders) {
    return (int) reminders.stream().filter(counts::containsKey).count();
  }

  /** How many lines there were beyond the first of each of these reminders. */
  synchronized int repeats(Collection<UUID> reminders) {
    return reminders.stream().mapToInt(id -> Math.max(0, counts.getOrDefault(id, 0) - 1)).sum();
  }
}

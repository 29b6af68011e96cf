package calendar.bdd;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines that the senders have printed, by reminder. Safe for use by several threads. */
final class PrintedReminders {
  private static final Pattern LINE = Pattern.compile("\\{\"reminder_id\".*}");

  private final Map<String, List<JsonObject>> lines = new HashMap<>();

  /** Takes a line of any program's output. */
  synchronized void saw(String line) {
    Matcher reminder = LINE.matcher(line);
    if (reminder.find()) {
      JsonObject json = JsonParser.parseString(reminder.group()).getAsJsonObject();
      lines
          .computeIfAbsent(json.get("reminder_id").getAsString(), id -> new ArrayList<>())
          .add(json);
    }
  }

  synchronized List<JsonObject> of(String reminderId) {
    return List.copyOf(lines.getOrDefault(reminderId, List.of()));
  }

  /** The reminders that were printed more than once. */
  synchronized List<String> repeated() {
    return lines.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}

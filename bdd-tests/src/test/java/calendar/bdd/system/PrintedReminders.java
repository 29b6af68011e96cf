package calendar.bdd.system;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lines printed by the senders, by reminder. Thread-safe. */
public final class PrintedReminders {
  private final Map<String, List<JsonObject>> lines = new HashMap<>();

  synchronized void saw(String line) {
    JsonObject json = JsonParser.parseString(line).getAsJsonObject();
    String id = json.get("reminder_id").getAsString();
    lines.computeIfAbsent(id, none -> new ArrayList<>()).add(json);
  }

  public synchronized List<JsonObject> of(String reminderId) {
    return List.copyOf(lines.getOrDefault(reminderId, List.of()));
  }

  /** The ids of reminders that were printed more than once. */
  synchronized List<String> repeated() {
    return lines.entrySet().stream()
        .filter(entry -> entry.getValue().size() > 1)
        .map(Map.Entry::getKey)
        .toList();
  }
}

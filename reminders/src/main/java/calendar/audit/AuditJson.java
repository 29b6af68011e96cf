package calendar.audit;

import calendar.text.VisibleText;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonGenerator;
import jakarta.json.stream.JsonGeneratorFactory;
import java.io.StringWriter;
import java.util.Map;
import java.util.TreeMap;

/** Writes entries as JSON. All values are strings; times are RFC 3339 in UTC. */
final class AuditJson {
  /** Looked up once, because the look-up is slow. */
  private static final JsonGeneratorFactory JSON =
      JsonProvider.provider().createGeneratorFactory(Map.of());

  private AuditJson() {}

  /** Returns one line without its end. Escapes characters that hide text or control a terminal. */
  static String line(AuditEntry entry) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.writeStartObject().write("time", entry.time().toString());
      write(json, "subject", entry.subject());
      write(json, "method", entry.method());
      write(json, "owner", entry.ownerId());
      write(json, "id", entry.id());
      json.write("outcome", entry.outcome().name());
      new TreeMap<>(entry.details()).forEach((name, value) -> write(json, name, value));
      json.writeEnd();
    }
    return VisibleText.inJson(text.toString());
  }

  private static void write(JsonGenerator json, String name, String value) {
    if (!value.isEmpty()) {
      json.write(name, value);
    }
  }
}

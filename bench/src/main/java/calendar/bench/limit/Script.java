package calendar.bench.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A script for pgbench. In its text {@code {LIST}} and the like stand for the calendar's own
 * statements.
 */
record Script(String name) {
  private static final String REMINDERS = "calendar.reminder.postgres.ReminderSql";

  private static final Map<String, Supplier<ServerStatement>> STATEMENTS =
      Map.of(
          "{CLAIM}",
          () ->
              ServerStatement.of(REMINDERS, "CLAIM")
                  .with("GREATEST(?, now())", "now()")
                  .with("'SCHEDULED' THEN ?", "now()")
                  .with("LIMIT ?", ":batch")
                  .with("end_time <= ?", "now()")
                  .with("claim_id = ?", "(:claim_high::text || :claim_low::text)::uuid")
                  .with("now() + ? * interval", ":lease"),
          "{MARK}",
          // Where no sender is at work there is nothing to skip, and going without is quicker.
          () ->
              ServerStatement.of(REMINDERS, "MARK_PUBLISHED")
                  .without("id = ANY (ARRAY (\n  SELECT id FROM reminders\n  WHERE ")
                  .without("\n  FOR UPDATE SKIP LOCKED))")
                  .with("now() + ? * power", ":republish_after")
                  .with("ANY (?)", ":ids::uuid[]")
                  .with("claim_id = ?", "(:claim_high::text || :claim_low::text)::uuid"));

  /** As pgbench takes it. */
  String text() throws IOException {
    try (InputStream resource = Script.class.getResourceAsStream(name)) {
      String text = new String(resource.readAllBytes(), UTF_8);
      for (var statement : STATEMENTS.entrySet()) {
        if (text.contains(statement.getKey())) {
          text = text.replace(statement.getKey(), statement.getValue().get().text());
        }
      }
      return text;
    }
  }
}

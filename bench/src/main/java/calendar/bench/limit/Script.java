package calendar.bench.limit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;

/**
 * A script for pgbench. In the text of {@code claim_mark.sql}, {@code {CLAIM}} and {@code {MARK}}
 * stand for the calendar's own statements.
 */
record Script(String name) {
  private static final String REMINDERS = "calendar.reminder.postgres.ReminderSql";
  private static final String CLAIM_ID = "claim_id = (:claim_high::text || :claim_low::text)::uuid";

  /** As pgbench takes it. */
  String text() throws IOException {
    try (InputStream resource = Script.class.getResourceAsStream(name)) {
      String text = new String(resource.readAllBytes(), UTF_8);
      return name.equals("claim_mark.sql")
          ? text.replace("{CLAIM}", claim()).replace("{MARK}", mark())
          : text;
    }
  }

  private static String claim() {
    return ServerStatement.of(REMINDERS, "CLAIM")
        .with("GREATEST(?, now())", "now()")
        .with("'SCHEDULED' THEN ?", "'SCHEDULED' THEN now()")
        .with("LIMIT ?", "LIMIT :batch")
        .with("end_time <= ?", "end_time <= now()")
        .with("claim_id = ?", CLAIM_ID)
        .with("now() + ? * interval", "now() + :lease * interval")
        .text();
  }

  /** Where no sender is at work there is nothing to skip, and going without is quicker. */
  private static String mark() {
    return ServerStatement.of(REMINDERS, "MARK_PUBLISHED")
        .with("id = ANY (ARRAY (\n  SELECT id FROM reminders\n  WHERE ", "")
        .with("\n  FOR UPDATE SKIP LOCKED))", "")
        .with("now() + ? * power", "now() + :republish_after * power")
        .with("ANY (?)", "ANY (:ids::uuid[])")
        .with("claim_id = ?", CLAIM_ID)
        .text();
  }
}

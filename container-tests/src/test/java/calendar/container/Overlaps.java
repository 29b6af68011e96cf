package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.database.Statements;
import javax.sql.DataSource;

/**
 * Looks for double bookings with one statement over the whole table. Where events of an owner
 * overlap, an event also overlaps the next one in the order of their starts, so it compares
 * neighbors only: the time grows with the table and not with its square.
 */
public final class Overlaps {
  private static final String COUNT =
      """
      SELECT count(*) FROM (
        SELECT end_time,
               lead(start_time) OVER (PARTITION BY owner_id ORDER BY start_time) AS next_start
        FROM events WHERE availability IS NULL) busy
      WHERE next_start < end_time""";

  private Overlaps() {}

  public static void assertNone(DataSource database) {
    Statements.query(
        database, COUNT, row -> assertThat(row.getLong(1)).as("busy events that overlap").isZero());
  }
}

package calendar.container;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.database.Statements;
import javax.sql.DataSource;

/** Looks for double bookings with one statement over the whole table. */
public final class Overlaps {
  private static final String COUNT =
      """
      SELECT count(*) FROM events one JOIN events other
        ON one.owner_id = other.owner_id AND one.id < other.id
          AND one.start_time < other.end_time AND other.start_time < one.end_time
      WHERE one.availability IS NULL AND other.availability IS NULL""";

  private Overlaps() {}

  public static void assertNone(DataSource database) {
    Statements.query(
        database, COUNT, row -> assertThat(row.getLong(1)).as("busy events that overlap").isZero());
  }
}

package calendar.event.postgres;

import calendar.event.ComponentId;
import calendar.event.IcalSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Reads the source of an imported event from one array. Five columns, null for most events, would
 * make lists of all events slower.
 */
final class SourceColumn {
  /** SQL of the array for an event {@code e}. Its times are microseconds since 1970. */
  static final String OF_EVENT =
      """
      ARRAY[e.ical_uid, e.ical_recurrence_id, CAST(e.ical_sequence AS text),
            CAST(CAST(extract(epoch FROM e.ical_modified_time) * 1000000 AS bigint) AS text),
            CAST(e.ical_version AS text)]""";

  private SourceColumn() {}

  /** Reads the current row. Returns empty if the column is null. */
  static Optional<IcalSource> read(ResultSet row, int column) throws SQLException {
    java.sql.Array array = row.getArray(column);
    if (array == null) {
      return Optional.empty();
    }
    String[] parts = (String[]) array.getArray();
    return Optional.of(
        new IcalSource(
            new ComponentId(parts[0], parts[1]),
            Integer.parseInt(parts[2]),
            Optional.ofNullable(parts[3]).map(SourceColumn::instant),
            parts[4] == null ? 0 : Long.parseLong(parts[4])));
  }

  private static Instant instant(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }
}

package calendar.event.postgres;

import calendar.database.Statements;
import calendar.event.DeletedComponent;
import calendar.event.FoundComponent;
import calendar.event.field.IcalSource;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads imported events and deleted components from the rows of {@link ComponentSql#FIND}. A row
 * with a {@code delete_time} is a deleted component; {@link EventRows} reads the others. Not safe
 * for use by several threads.
 */
final class ComponentRows implements Statements.RowReader {
  private final EventRows events;
  private final List<FoundComponent> deleted = new ArrayList<>();

  ComponentRows(String ownerId) {
    this.events = new EventRows(List.of(ownerId));
  }

  @Override
  public void read(ResultSet row) throws SQLException {
    Instant deleteTime = Statements.instant(row, "delete_time");
    if (deleteTime == null) {
      events.read(row);
    } else {
      int optionalFields = row.findColumn("optional_fields");
      IcalSource source = OptionalFields.read(row, optionalFields).source().orElseThrow();
      deleted.add(new DeletedComponent(source.component(), source.sequence(), deleteTime));
    }
  }

  /** Returns all entries, ordered by component. Call it after the last row. */
  List<FoundComponent> all() {
    Stream<FoundComponent> imported =
        events.all().get(0).stream().map(FoundComponent.Imported::new);
    return Stream.concat(imported, deleted.stream())
        .sorted(Comparator.comparing(FoundComponent::id))
        .toList();
  }
}

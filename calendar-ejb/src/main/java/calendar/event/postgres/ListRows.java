package calendar.event.postgres;

import calendar.database.Statements;
import calendar.event.Event;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of {@link EventSql#LIST}. Not safe for use by several threads. */
final class ListRows implements Statements.RowReader {
  private final EventRows events;
  private final List<Integer> withFreeEvents = new ArrayList<>();
  private int freeColumn;
  private int numberColumn;
  private int idColumn;
  private int number;

  /**
   * @param owners the owner of each list, in the order of their numbers
   */
  ListRows(List<String> owners) {
    this.events = new EventRows(owners);
  }

  @Override
  public void read(ResultSet row) throws SQLException {
    if (number == 0) {
      freeColumn = row.findColumn("owner_has_free_events");
      numberColumn = row.findColumn("number");
      idColumn = row.findColumn("id");
    }
    int nextNumber = row.getInt(numberColumn);
    if (nextNumber != number) {
      number = nextNumber;
      if (row.getBoolean(freeColumn)) {
        withFreeEvents.add(number - 1);
      }
      if (row.getObject(idColumn) == null) {
        return;
      }
    }
    events.read(row);
  }

  /** The busy events of each list. Call it after the last row. */
  List<List<Event>> busyEvents() {
    return events.all();
  }

  /** The positions of the lists whose owners have free events, from 0. */
  List<Integer> listsWithFreeEvents() {
    return withFreeEvents;
  }
}

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
  private int number;

  /**
   * @param owners the owner of each list, in the order of their numbers
   */
  ListRows(List<String> owners) {
    this.events = new EventRows(owners);
  }

  @Override
  public void read(ResultSet row) throws SQLException {
    int signedNumber = events.number(row);
    int nextNumber = Math.abs(signedNumber);
    if (nextNumber != number) {
      number = nextNumber;
      if (signedNumber < 0) {
        withFreeEvents.add(number - 1);
      }
      if (!events.hasEvent(row)) {
        return;
      }
    }
    events.read(row, number);
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

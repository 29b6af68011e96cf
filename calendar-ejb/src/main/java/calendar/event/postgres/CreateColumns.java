package calendar.event.postgres;

import calendar.database.Statements.Array;
import calendar.event.Event;
import calendar.reminder.Reminder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** The rows of creates, as the statements of {@link EventSql} take them: column by column. */
final class CreateColumns {
  private CreateColumns() {}

  private record Row(Event event, Reminder reminder) {
    static Stream<Row> of(Event event) {
      return event.reminders().stream().map(reminder -> new Row(event, reminder));
    }
  }

  static Array owners(List<PendingCreate> creates) {
    return events(creates, "text", Event::ownerId);
  }

  static Array ids(List<PendingCreate> creates) {
    return events(creates, "uuid", Event::id);
  }

  static Array requestIds(List<PendingCreate> creates) {
    return column(creates, "uuid", pending -> pending.requestId().orElse(null));
  }

  static Array starts(List<PendingCreate> creates) {
    return events(creates, "timestamptz", Event::startTime);
  }

  static Array ends(List<PendingCreate> creates) {
    return events(creates, "timestamptz", Event::endTime);
  }

  /** For {@link EventSql#INSERT}. */
  static Object[] all(List<PendingCreate> creates) {
    List<Row> rows = creates.stream().map(PendingCreate::event).flatMap(Row::of).toList();
    return new Object[] {
      owners(creates),
      ids(creates),
      events(creates, "text", Event::title),
      events(creates, "text", Event::description),
      starts(creates),
      ends(creates),
      events(creates, "bigint", Event::version),
      events(creates, "timestamptz", Event::createTime),
      events(creates, "timestamptz", Event::updateTime),
      requestIds(creates),
      column(rows, "uuid", row -> row.event().id()),
      column(rows, "uuid", row -> row.reminder().id()),
      column(
          rows,
          "bigint",
          row -> ChronoUnit.MICROS.between(row.reminder().remindTime(), row.event().startTime())),
      column(rows, "timestamptz", row -> row.reminder().remindTime()),
      column(rows, "text", row -> row.reminder().state().name())
    };
  }

  private static Array events(List<PendingCreate> creates, String type, Function<Event, ?> column) {
    return column(creates, type, pending -> column.apply(pending.event()));
  }

  private static <R> Array column(List<R> rows, String type, Function<R, ?> column) {
    return new Array(type, rows.stream().map(column));
  }
}

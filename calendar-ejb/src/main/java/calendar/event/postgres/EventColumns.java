package calendar.event.postgres;

import calendar.database.Statements.Array;
import calendar.event.Event;
import calendar.event.EventPosition;
import calendar.event.postgres.batch.PendingCreate;
import calendar.event.postgres.batch.PendingGet;
import calendar.event.postgres.batch.PendingList;
import calendar.reminder.Reminder;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Events as parameters of the statements of {@link EventSql}: one array for each column. */
final class EventColumns {
  private EventColumns() {}

  /** A reminder to insert, with its event. */
  record AddedReminder(Event event, Reminder reminder) {
    static Stream<AddedReminder> of(Event event) {
      return event.reminders().stream().map(reminder -> new AddedReminder(event, reminder));
    }

    long beforeMicros() {
      return ChronoUnit.MICROS.between(reminder.remindTime(), event.startTime());
    }
  }

  static Array owners(List<Event> events) {
    return column(events, "text", Event::ownerId);
  }

  static Array ids(List<Event> events) {
    return column(events, "uuid", Event::id);
  }

  static Array starts(List<Event> events) {
    return column(events, "timestamptz", Event::startTime);
  }

  static Array ends(List<Event> events) {
    return column(events, "timestamptz", Event::endTime);
  }

  /** Parameters of {@link EventSql#GET}. */
  static Object[] gets(List<PendingGet> gets) {
    return new Object[] {
      column(gets, "text", PendingGet::ownerId), column(gets, "uuid", PendingGet::id)
    };
  }

  /** Parameters of {@link EventSql#LIST}. */
  static Object[] lists(List<PendingList> lists) {
    return new Object[] {
      column(lists, "text", PendingList::ownerId),
      column(lists, "timestamptz", list -> list.interval().start()),
      column(lists, "timestamptz", list -> list.interval().end()),
      column(lists, "timestamptz", list -> list.after().map(EventPosition::startTime).orElse(null)),
      column(lists, "uuid", list -> list.after().map(EventPosition::id).orElse(null)),
      column(lists, "int4", PendingList::limit)
    };
  }

  static Array requestIds(List<PendingCreate> creates) {
    return column(creates, "uuid", pending -> pending.requestId().orElse(null));
  }

  /** Parameters of {@link EventSql#INSERT}. */
  static Object[] plain(List<PendingCreate> creates) {
    List<Event> events = events(creates);
    return joined(booked(events, requestIds(creates)), reminders(events));
  }

  /** Parameters of {@link EventSql#INSERT_COMPLETE}. */
  static Object[] complete(List<PendingCreate> creates) {
    return complete(events(creates), requestIds(creates));
  }

  /** Parameters of {@link EventSql#INSERT_COMPLETE} for events without request ids. */
  static Object[] withoutRequests(List<Event> events) {
    return complete(events, column(events, "uuid", event -> null));
  }

  private static Object[] complete(List<Event> events, Array requestIds) {
    return joined(
        booked(events, requestIds), OptionalColumns.arrays(events).toArray(), reminders(events));
  }

  private static List<Event> events(List<PendingCreate> creates) {
    return creates.stream().map(PendingCreate::event).toList();
  }

  private static Object[] booked(List<Event> events, Array requestIds) {
    return new Object[] {
      owners(events),
      ids(events),
      column(events, "text", Event::title),
      column(events, "text", Event::description),
      starts(events),
      ends(events),
      column(events, "bigint", Event::version),
      column(events, "timestamptz", Event::createTime),
      column(events, "timestamptz", Event::updateTime),
      requestIds
    };
  }

  private static Object[] reminders(List<Event> events) {
    return reminderColumns(events.stream().flatMap(AddedReminder::of).toList());
  }

  private static Object[] reminderColumns(List<AddedReminder> rows) {
    return new Object[] {
      column(rows, "uuid", row -> row.event().id()),
      column(rows, "uuid", row -> row.reminder().id()),
      column(rows, "bigint", AddedReminder::beforeMicros),
      column(rows, "timestamptz", row -> row.reminder().remindTime()),
      column(rows, "text", row -> row.reminder().state().name())
    };
  }

  private static Object[] joined(Object[]... parts) {
    return Stream.of(parts).flatMap(Stream::of).toArray();
  }

  /** Parameters of {@link EventSql#UPDATE}. */
  static Object[] update(Event event) {
    Object[] always = {
      event.title(),
      event.description(),
      event.startTime(),
      event.endTime(),
      event.version(),
      event.updateTime()
    };
    Object[] key = {event.ownerId(), event.id()};
    return joined(always, OptionalColumns.values(event).toArray(), key);
  }

  /** Parameters of {@link EventSql#INSERT_REMINDERS}. */
  static Object[] addedReminders(String ownerId, List<AddedReminder> added) {
    return joined(new Object[] {ownerId}, reminderColumns(added));
  }

  static <R> Array column(List<R> rows, String type, Function<R, ?> column) {
    return new Array(type, rows.stream().map(column));
  }
}

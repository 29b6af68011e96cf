package calendar.event.postgres;

import calendar.database.Statements.Array;
import calendar.event.Event;
import calendar.event.field.ComponentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Parameters of the statements of {@link ComponentSql}: one array for each column. */
final class ComponentColumns {
  private ComponentColumns() {}

  /** Parameters of {@link ComponentSql#SAME_COMPONENT}. The events have sources. */
  static Object[] components(List<Event> events) {
    return new Object[] {
      EventColumns.owners(events),
      EventColumns.ids(events),
      component(events, ComponentId::uid),
      component(events, ComponentId::recurrenceId)
    };
  }

  /**
   * Parameters of {@link ComponentSql#FIND}. A RECURRENCE-ID never contains NUL, so the next one in
   * order is made by appending U+0001.
   */
  static Object[] find(
      String ownerId, Collection<String> uids, Optional<ComponentId> after, int limit) {
    List<ComponentId> first =
        uids.stream()
            .distinct()
            .filter(uid -> after.isEmpty() || ComponentId.compare(uid, after.get().uid()) >= 0)
            .map(
                uid ->
                    after
                        .filter(last -> last.uid().equals(uid))
                        .map(last -> new ComponentId(uid, last.recurrenceId() + '\u0001'))
                        .orElse(new ComponentId(uid, "")))
            .toList();
    return new Object[] {
      new Array("text", Stream.of(ownerId)),
      new Array("int4", Stream.of(limit)),
      EventColumns.column(first, "text", ComponentId::uid),
      EventColumns.column(first, "text", ComponentId::recurrenceId)
    };
  }

  private static Array component(List<Event> events, Function<ComponentId, String> value) {
    return EventColumns.column(
        events, "text", event -> value.apply(event.source().orElseThrow().component()));
  }
}

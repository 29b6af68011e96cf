package calendar.event.postgres;

import calendar.database.Statements.Array;
import calendar.event.ComponentId;
import calendar.event.Event;
import calendar.event.IcalSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Sources of imported events as parameters of statements: one array for each column. */
final class ComponentColumns {
  private ComponentColumns() {}

  /** Parameters ?11 to ?15 of {@link EventSql#INSERT_IMPORTED}. */
  static Object[] sources(List<Event> events) {
    return new Object[] {
      source(events, "text", source -> source.component().uid()),
      source(events, "text", source -> source.component().recurrenceId()),
      source(events, "int4", IcalSource::sequence),
      source(events, "timestamptz", source -> source.modifiedTime().orElse(null)),
      source(events, "bigint", IcalSource::importedVersion)
    };
  }

  /** Parameters of {@link ComponentSql#SAME_COMPONENT}. The events have sources. */
  static Object[] components(List<Event> events) {
    return new Object[] {
      EventColumns.owners(events),
      EventColumns.ids(events),
      source(events, "text", source -> source.component().uid()),
      source(events, "text", source -> source.component().recurrenceId())
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

  /** The element is null if the event has no source. */
  private static Array source(List<Event> events, String type, Function<IcalSource, ?> column) {
    return EventColumns.column(events, type, event -> event.source().map(column).orElse(null));
  }
}

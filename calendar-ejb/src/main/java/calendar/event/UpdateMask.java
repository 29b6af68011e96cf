package calendar.event;

import static java.util.stream.Collectors.joining;

import calendar.error.Violations;
import calendar.event.field.EventField;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The fields that an update changes (AIP-134).
 *
 * @param isExplicit true if the client named them
 */
record UpdateMask(Set<EventField> fields, boolean isExplicit) {
  private static final String EVERYTHING = "*";
  private static final int LONGEST_ECHO = 64;

  /**
   * Returns the fields that the paths name; the path {@code *} names all. Adds a violation of
   * {@code update_mask} for the first path that is unknown or output-only, and ignores the paths
   * after it.
   *
   * <p>No path means the fields of the first API version, and each newer field that the draft sets.
   * So an old client never clears a field that it does not know.
   */
  static UpdateMask of(Collection<String> paths, EventDraft draft, Violations violations) {
    if (paths.isEmpty()) {
      return new UpdateMask(firstAndSet(draft), false);
    }
    if (paths.stream().allMatch(EVERYTHING::equals)) {
      return new UpdateMask(EventField.all(), true);
    }
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    for (String path : paths) {
      Optional<EventField> named = EventField.at(path);
      if (named.isEmpty()) {
        violations.require(
            false,
            "update_mask",
            "must name %s, or be only \"*\"; found \"%s\"",
            EventField.all().stream().map(EventField::path).collect(joining(", ")),
            path.substring(0, Math.min(path.length(), LONGEST_ECHO)));
        break;
      }
      fields.add(named.get());
    }
    return new UpdateMask(fields, true);
  }

  /** Returns true if it names a field of the event's source. */
  boolean namesSource() {
    return fields.stream().anyMatch(EventField.ICAL::contains);
  }

  private static Set<EventField> firstAndSet(EventDraft draft) {
    Set<EventField> fields = EnumSet.copyOf(EventField.FIRST);
    fields.addAll(draft.newerSetFields());
    return fields;
  }
}

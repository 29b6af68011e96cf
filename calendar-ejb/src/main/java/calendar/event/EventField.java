package calendar.event;

import calendar.error.Violations;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a client may change of an event, by the names that an update mask uses (AIP-134). */
public enum EventField {
  TITLE,
  DESCRIPTION,
  START_TIME,
  END_TIME,
  REMIND_BEFORE;

  private static final String EVERYTHING = "*";
  private static final int LONGEST_ECHO = 64;

  /** Every field: what an update without a mask replaces. */
  public static Set<EventField> all() {
    return EnumSet.allOf(EventField.class);
  }

  /** The name in requests, such as {@code start_time}. */
  public String path() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The fields that a mask names; no paths, or {@code *} alone, name all. The first path that is
   * unknown or output-only is noted as a violation of {@code update_mask}; those after it are not
   * looked at.
   */
  static Set<EventField> named(Collection<String> paths, Violations violations) {
    if (paths.stream().allMatch(EVERYTHING::equals)) {
      return all();
    }
    Set<EventField> fields = EnumSet.noneOf(EventField.class);
    for (String path : paths) {
      Optional<EventField> named = all().stream().filter(f -> f.path().equals(path)).findFirst();
      if (named.isEmpty()) {
        violations.require(
            false,
            "update_mask",
            "must name title, description, start_time, end_time or remind_before, or be \"*\" alone;"
                + " found \"%s\"",
            path.substring(0, Math.min(path.length(), LONGEST_ECHO)));
        break;
      }
      fields.add(named.get());
    }
    return fields;
  }
}

package calendar.event;

import calendar.error.Violations;
import calendar.event.field.EventField;
import calendar.event.field.TimeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules for a valid event. Each violation names the field by its path in the request. */
public final class EventRules {
  static final int OWNER_ID_CHARACTERS = 128;
  static final int TITLE_CHARACTERS = 255;
  static final int DESCRIPTION_CHARACTERS = 10_000;
  static final int LOCATION_CHARACTERS = 1_000;
  static final int REMINDERS = 5;
  static final Duration LONGEST_REMIND_BEFORE = Duration.ofDays(366);

  private EventRules() {}

  /** Checks only the named fields of a draft. */
  public static void check(EventDraft draft, Set<EventField> fields, Violations violations) {
    if (fields.contains(EventField.TITLE)) {
      title(draft.title(), violations);
    }
    if (fields.contains(EventField.DESCRIPTION)) {
      text(draft.description(), 0, DESCRIPTION_CHARACTERS, "event.description", violations);
    }
    if (fields.contains(EventField.LOCATION)) {
      text(draft.location(), 0, LOCATION_CHARACTERS, "event.location", violations);
    }
    Optional<Instant> start = TimeRules.check(draft.times(), fields, violations);
    if (fields.contains(EventField.REMIND_BEFORE)) {
      boolean fewEnough = remindBefore(draft.remindBefore(), violations);
      if (start.isPresent() && fewEnough) {
        remindTimes(start.get(), draft.remindBefore(), violations);
      }
    }
    IcalRules.check(draft.ical(), fields, violations);
  }

  public static void owner(String ownerId, String field, Violations violations) {
    text(ownerId, 1, OWNER_ID_CHARACTERS, field, violations);
  }

  /** Returns true if an owner may have this id: {@link #owner} finds nothing wrong with it. */
  public static boolean isOwner(String ownerId) {
    int characters = ownerId.codePointCount(0, ownerId.length());
    return characters >= 1 && characters <= OWNER_ID_CHARACTERS && ownerId.indexOf('\0') < 0;
  }

  private static void title(String title, Violations violations) {
    text(title, 1, TITLE_CHARACTERS, "event.title", violations);
    violations.require(!title.isBlank(), "event.title", "must not be blank");
  }

  /** Returns true if the text has {@code fewest} to {@code most} characters and no NUL. */
  public static boolean text(
      String text, int fewest, int most, String field, Violations violations) {
    int characters = text.codePointCount(0, text.length());
    return violations.require(
            fewest == 0 || characters > 0, field, "is required: 1 to %,d characters", most)
        && violations.require(
            characters <= most,
            field,
            "must have at most %,d characters, found %,d",
            most,
            characters)
        && violations.require(text.indexOf('\0') < 0, field, "must not contain NUL");
  }

  /**
   * Returns true if there are not too many entries. Only then checks each of them, because a
   * request may have a million.
   */
  private static boolean remindBefore(List<Duration> remindBefore, Violations violations) {
    boolean fewEnough =
        violations.require(
            remindBefore.size() <= REMINDERS,
            "event.remind_before",
            "must have at most %d entries, found %d",
            REMINDERS,
            remindBefore.size());
    for (int i = 0; fewEnough && i < remindBefore.size(); i++) {
      String field = "event.remind_before[" + i + "]";
      Duration before = remindBefore.get(i);
      violations.require(
          !before.isNegative() && before.compareTo(LONGEST_REMIND_BEFORE) <= 0,
          field,
          "must be from 0 to 366 days, with nanos from 0 to 999999999");
      violations.require(
          remindBefore.indexOf(before) == i, field, "must differ from the other entries");
    }
    return fewEnough;
  }

  private static void remindTimes(
      Instant start, List<Duration> remindBefore, Violations violations) {
    for (int i = 0; i < remindBefore.size(); i++) {
      violations.require(
          !start.minus(remindBefore.get(i)).isBefore(TimeRules.FIRST_TIME),
          "event.remind_before[" + i + "]",
          "must not put the reminder before year 1");
    }
  }
}

package calendar.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * Names a component of an iCalendar file. An owner has at most one event of each. Ordered by UID,
 * then RECURRENCE-ID, as bytes of UTF-8: the order in which the database keeps them.
 *
 * @param uid its UID
 * @param recurrenceId its RECURRENCE-ID as the file has it; empty if it has none
 */
public record ComponentId(String uid, String recurrenceId) implements Comparable<ComponentId> {

  @Override
  public int compareTo(ComponentId other) {
    int byUid = compare(uid, other.uid);
    return byUid == 0 ? compare(recurrenceId, other.recurrenceId) : byUid;
  }

  /** Compares two texts as bytes of UTF-8. {@link String#compareTo} differs beyond U+FFFF. */
  public static int compare(String one, String other) {
    return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}

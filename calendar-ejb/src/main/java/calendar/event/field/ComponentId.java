package calendar.event.field;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The identity of a component of an iCalendar file. An owner has at most one event for each.
 * Ordered by UID, then RECURRENCE-ID, both compared as UTF-8 bytes, as the database does.
 *
 * @param recurrenceId the RECURRENCE-ID as it is written in the file; empty if there is none
 */
public record ComponentId(String uid, String recurrenceId) implements Comparable<ComponentId> {

  @Override
  public int compareTo(ComponentId other) {
    int byUid = compare(uid, other.uid);
    return byUid == 0 ? compare(recurrenceId, other.recurrenceId) : byUid;
  }

  /** Compares texts as UTF-8 bytes. {@link String#compareTo} differs for U+10000 and above. */
  public static int compare(String one, String other) {
    return Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8));
  }
}

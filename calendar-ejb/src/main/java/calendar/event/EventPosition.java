package calendar.event;

import com.github.f4b6a3.uuid.util.UuidComparator;
import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * The position of an event in a list, which is ordered by start, then by id. Ids are compared as
 * unsigned bytes, as PostgreSQL compares them.
 *
 * @param startTime in whole microseconds
 */
public record EventPosition(Instant startTime, UUID id) implements Comparable<EventPosition> {
  private static final UUID LAST_ID = new UUID(-1, -1);

  private static final Comparator<EventPosition> ORDER =
      Comparator.comparing(EventPosition::startTime)
          .thenComparing(EventPosition::id, UuidComparator::opaqueCompare);

  /** The position after all events with this start. */
  public static EventPosition afterAllAt(Instant startTime) {
    return new EventPosition(startTime, LAST_ID);
  }

  @Override
  public int compareTo(EventPosition other) {
    return ORDER.compare(this, other);
  }
}

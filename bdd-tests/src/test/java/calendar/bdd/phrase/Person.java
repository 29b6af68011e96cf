package calendar.bdd.phrase;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** An owner in a scenario. Her times are in the zone where she lives; the default is UTC. */
public final class Person {
  private final String ownerId;
  private ZoneId zone = ZoneOffset.UTC;

  /**
   * Uses a unique owner id, so that scenarios never share events, even in a long-lived calendar.
   */
  public Person(String name) {
    this.ownerId = name + "-" + UUID.randomUUID();
  }

  public String ownerId() {
    return ownerId;
  }

  public ZoneId zone() {
    return zone;
  }

  public void livesIn(ZoneId zone) {
    this.zone = zone;
  }

  public Instant at(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  /** An event of this owner, with no other fields. */
  public Event.Builder event() {
    return Event.newBuilder().setOwnerId(ownerId);
  }

  public Event.Builder event(String title, EventTimes when) {
    Event.Builder event = event().setTitle(title);
    when.set(event, this);
    return event;
  }

  public Event.Builder event(String title, Instant start, Instant end) {
    return event()
        .setTitle(title)
        .setStartTime(ProtoTimes.timestamp(start))
        .setEndTime(ProtoTimes.timestamp(end));
  }
}

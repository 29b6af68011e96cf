package calendar.bdd;

import calendar.bdd.Words.Period;
import calendar.v1.Event;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

/** An owner in a scenario. Her own times are those of the zone that she lives in, UTC at first. */
public final class Person {
  private final String ownerId;
  private ZoneId zone = ZoneOffset.UTC;

  /** Makes the owner id unique, so that scenarios never meet, even in a calendar that lives on. */
  Person(String name) {
    this.ownerId = name + "-" + UUID.randomUUID();
  }

  String ownerId() {
    return ownerId;
  }

  ZoneId zone() {
    return zone;
  }

  void livesIn(ZoneId zone) {
    this.zone = zone;
  }

  Instant at(LocalDateTime time) {
    return time.atZone(zone).toInstant();
  }

  /** An event in her calendar of which nothing else is said yet. */
  Event.Builder event() {
    return Event.newBuilder().setOwnerId(ownerId);
  }

  Event.Builder event(String title, Period when) {
    return event(title, at(when.start()), at(when.end()));
  }

  Event.Builder event(String title, Instant start, Instant end) {
    return event()
        .setTitle(title)
        .setStartTime(Words.timestamp(start))
        .setEndTime(Words.timestamp(end));
  }
}

package calendar.client.ics.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A zone of the JDK. */
record KnownZone(ZoneId zone) implements FileZone {

  @Override
  public String name() {
    return zone.getId();
  }

  @Override
  public Instant resolve(LocalDateTime local) {
    return LocalTimes.resolve(zone.getRules(), local);
  }

  @Override
  public LocalDateTime local(Instant instant) {
    return LocalDateTime.ofInstant(instant, zone);
  }
}

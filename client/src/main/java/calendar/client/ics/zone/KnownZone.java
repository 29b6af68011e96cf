package calendar.client.ics.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** A zone of the JDK. */
record KnownZone(ZoneId zone) implements FileZone {
  private static final Set<String> REGIONS = ZoneId.getAvailableZoneIds();

  @Override
  public String name() {
    return zone.getId();
  }

  @Override
  public Optional<ZoneId> region() {
    return REGIONS.contains(zone.getId()) ? Optional.of(zone) : Optional.empty();
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

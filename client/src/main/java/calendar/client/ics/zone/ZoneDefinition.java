package calendar.client.ics.zone;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A zone that a VTIMEZONE defines. Thread-safe. */
public final class ZoneDefinition implements FileZone {
  /** The first year that iCalendar cannot write. */
  private static final int END_OF_TIME = 10_000;

  /** A limit above any real zone history. More rules would take too long. */
  private static final int MAX_RULES = 300;

  private final String name;
  private final List<Observance> observances;
  private final ZoneRules near;
  private volatile ZoneRules far;

  private ZoneDefinition(String name, List<Observance> observances) {
    this.name = name;
    this.observances = observances;
    this.near = rulesBefore(OnsetRule.NEAR);
  }

  /**
   * Reads a VTIMEZONE. An observance that cannot be read is left out. Empty if none is left, or if
   * there are more than {@value #MAX_RULES} rules.
   *
   * @param name its TZID
   */
  public static Optional<FileZone> of(String name, List<ObservanceText> parts) {
    if (parts.stream().mapToInt(part -> part.rules().size()).sum() > MAX_RULES) {
      return Optional.empty();
    }
    List<Observance> read = new ArrayList<>();
    parts.forEach(part -> Observance.of(part).ifPresent(read::add));
    return read.isEmpty() ? Optional.empty() : Optional.of(new ZoneDefinition(name, read));
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Optional<ZoneId> region() {
    return Optional.empty();
  }

  @Override
  public Instant resolve(LocalDateTime local) {
    return LocalTimes.resolve(rules(local.getYear()), local);
  }

  @Override
  public LocalDateTime local(Instant instant) {
    int year = instant.atOffset(ZoneOffset.UTC).getYear();
    return LocalDateTime.ofInstant(instant, rules(year).getOffset(instant));
  }

  /** Computes onsets up to the year 9999 only when a time needs them. Most times are nearer. */
  private ZoneRules rules(int year) {
    // One year less, because onsets of the last year may be in the next year in UTC.
    if (year < OnsetRule.NEAR - 1) {
      return near;
    }
    if (far == null) {
      far = rulesBefore(END_OF_TIME);
    }
    return far;
  }

  private ZoneRules rulesBefore(int year) {
    List<Onset> onsets = new ArrayList<>();
    observances.forEach(observance -> onsets.addAll(observance.onsetsBefore(year)));
    return Timeline.of(onsets);
  }
}

package calendar.client.ics.event;

import java.util.Locale;

/**
 * The zone used for times without a zone (floating times, RFC 5545, 3.3.12) and for dates.
 *
 * @param name the zone's name
 * @param source the origin of the name
 */
public record FloatingZone(String name, Source source) {

  /** The origin of the zone for floating times. */
  public enum Source {
    /** The option of the user. */
    OPTION("--zone"),
    /** The file's X-WR-TIMEZONE. */
    FILE("X-WR-TIMEZONE"),
    /** Neither the user nor the file names a zone: UTC. */
    DEFAULT("neither --zone nor X-WR-TIMEZONE is given");

    private final String label;

    Source(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  /** Formats as {@code Europe/Brussels (X-WR-TIMEZONE)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%s)", name, source);
  }
}

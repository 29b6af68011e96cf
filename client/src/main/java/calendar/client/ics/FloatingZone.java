package calendar.client.ics;

import java.util.Locale;

/**
 * The zone in which times without a zone were read (floating times, RFC 5545, 3.3.12).
 *
 * @param name its name
 * @param source who named it
 */
public record FloatingZone(String name, Source source) {

  /** Who named the zone of floating times. */
  public enum Source {
    /** The person who reads the file. */
    OPTION("--zone"),
    /** The file's X-WR-TIMEZONE. */
    FILE("X-WR-TIMEZONE"),
    /** Nobody: it is UTC. */
    DEFAULT("neither --zone nor X-WR-TIMEZONE names one");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  /** Such as {@code Europe/Brussels (X-WR-TIMEZONE)}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s (%s)", name, source);
  }
}

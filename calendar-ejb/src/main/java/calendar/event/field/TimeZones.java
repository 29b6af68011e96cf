package calendar.event.field;

import calendar.error.Violations;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/** Time zones that clients name: the IANA names that this Java knows. */
public final class TimeZones {
  private static final Set<String> NAMES = ZoneId.getAvailableZoneIds();
  private static final int LONGEST_ECHO = 64;

  private TimeZones() {}

  /**
   * Returns the zone. Returns empty, and adds a violation of the field, if the name is unknown.
   *
   * @param otherwise what the client may do instead of giving a name, such as {@code ", or empty
   *     for UTC"}; may be empty
   */
  public static Optional<ZoneId> find(
      String name, String field, String otherwise, Violations violations) {
    boolean known =
        violations.require(
            NAMES.contains(name),
            field,
            "must be an IANA name such as Europe/Brussels%s; found \"%s\"",
            otherwise,
            name.substring(0, Math.min(name.length(), LONGEST_ECHO)));
    return known ? Optional.of(ZoneId.of(name)) : Optional.empty();
  }
}

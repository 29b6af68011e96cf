package calendar.client.ics.zone.name;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The names of the IANA time zone database, in any letter case. */
public final class IanaNames {
  /** Names of the database that the JDK leaves out, and UTC's other names. */
  private static final Map<String, String> FIXED =
      Map.of(
          "EST", "Etc/GMT+5",
          "MST", "Etc/GMT+7",
          "HST", "Etc/GMT+10",
          "Z", "UTC",
          "Coordinated Universal Time", "UTC");

  /** New names, for a JDK that has only the old ones. */
  private static final Map<String, String> RENAMED =
      Map.of(
          "Europe/Kyiv", "Europe/Kiev",
          "America/Nuuk", "America/Godthab",
          "Pacific/Kanton", "Pacific/Enderbury");

  private static final Map<String, String> NAMES = names();

  private IanaNames() {}

  static Optional<ZoneId> find(String name) {
    return Optional.ofNullable(NAMES.get(key(name))).map(ZoneId::of);
  }

  /** The JDK adds names that begin with SystemV, and other libraries add some in small letters. */
  public static boolean isIana(String available) {
    return !available.startsWith("SystemV/") && Character.isUpperCase(available.charAt(0));
  }

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    RENAMED.forEach((name, old) -> names.put(key(name), old));
    for (String name : ZoneId.getAvailableZoneIds()) {
      if (isIana(name)) {
        names.put(key(name), name);
      }
    }
    FIXED.forEach((name, zone) -> names.put(key(name), zone));
    return Map.copyOf(names);
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}

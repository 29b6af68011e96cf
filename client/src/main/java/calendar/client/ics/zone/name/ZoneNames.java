package calendar.client.ics.zone.name;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds time zones by the names that calendar programs write in TZID. Matches whole names only,
 * except for the leading segments of names with slashes. It never guesses from parts of a name.
 */
public final class ZoneNames {
  private static final int MAX_SEGMENTS = 3;

  /** Outlook appends a number to zones with the same name. */
  private static final Pattern NUMBERED =
      Pattern.compile("(.+ time.*?)\\s+\\d+", Pattern.CASE_INSENSITIVE);

  private ZoneNames() {}

  /**
   * Finds a zone, in this order:
   *
   * <ol>
   *   <li>the whole name: an IANA name, a Windows name or a name that Outlook displays;
   *   <li>the last three, two or one segments of a name with slashes, as in {@code
   *       /example.org/20260101_1/Europe/Paris};
   *   <li>a Windows name followed by a number;
   *   <li>a fixed offset, such as {@code GMT+0200}. Whole hours become IANA names ({@code
   *       Etc/GMT-2}), other offsets a {@link java.time.ZoneOffset}.
   * </ol>
   *
   * @param name the text of the value, without quotes and escapes
   */
  public static Optional<ZoneId> known(String name) {
    String trimmed = name.strip();
    return whole(trimmed)
        .or(() -> lastSegments(trimmed))
        .or(() -> numbered(trimmed))
        .or(() -> FixedOffsets.find(trimmed));
  }

  private static Optional<ZoneId> whole(String name) {
    return IanaNames.find(name).or(() -> WindowsNames.find(name));
  }

  private static Optional<ZoneId> lastSegments(String name) {
    String[] segments = name.split("/");
    for (int count = Math.min(MAX_SEGMENTS, segments.length - 1); count > 0; count--) {
      String end = lastOf(segments, count);
      Optional<ZoneId> found = whole(end);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static String lastOf(String[] segments, int count) {
    return String.join("/", Arrays.copyOfRange(segments, segments.length - count, segments.length));
  }

  private static Optional<ZoneId> numbered(String name) {
    Matcher parts = NUMBERED.matcher(name);
    return parts.matches() ? WindowsNames.find(parts.group(1)) : Optional.empty();
  }
}

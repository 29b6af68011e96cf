package calendar.client.ics;

import calendar.client.ics.event.FloatingZone;
import calendar.client.ics.syntax.CalendarText;
import calendar.client.ics.syntax.ComponentText;
import calendar.client.ics.syntax.Parameters;
import calendar.client.ics.syntax.TextValue;
import calendar.client.ics.zone.FileZone;
import calendar.client.ics.zone.ObservanceText;
import calendar.client.ics.zone.ZoneDefinition;
import calendar.client.ics.zone.name.ZoneNames;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the time zones of one VCALENDAR. First come the zones that the user named, then zones with
 * a known name, then zones that the calendar defines. Not thread-safe.
 */
final class CalendarZones {
  private static final String TIME_ZONE = "VTIMEZONE";
  private static final String CALENDAR_ZONE = "X-WR-TIMEZONE";
  private static final ZoneId UTC = ZoneId.of("UTC");

  private final ReadOptions options;
  private final Map<String, List<ComponentText>> definitions = new HashMap<>();
  private final Map<String, Optional<FileZone>> found = new HashMap<>();
  private final Optional<String> calendarZone;
  private final Set<FloatingZone> floatingZones = new LinkedHashSet<>();

  CalendarZones(CalendarText calendar, ReadOptions options) {
    this.options = options;
    this.calendarZone = calendar.value(CALENDAR_ZONE).map(CalendarZones::name);
    for (ComponentText component : calendar.components()) {
      if (component.name().equals(TIME_ZONE)) {
        component
            .value("TZID")
            .map(CalendarZones::name)
            .ifPresent(
                name -> definitions.computeIfAbsent(name, any -> new ArrayList<>()).add(component));
      }
    }
  }

  /** The zones used for floating times so far. */
  Set<FloatingZone> floatingZones() {
    return floatingZones;
  }

  /**
   * @param name a TZID, without quotes and escapes
   * @throws UnknownZoneException if the name is unknown and the calendar does not define it
   */
  FileZone named(String name) throws UnknownZoneException {
    return found
        .computeIfAbsent(name, this::find)
        .orElseThrow(() -> new UnknownZoneException(name));
  }

  /**
   * The zone for times without a zone.
   *
   * @throws UnknownZoneException if the calendar names an unknown zone
   */
  FileZone floating() throws UnknownZoneException {
    Optional<FileZone> given = given();
    noteUse(given);
    // Without a zone, nobody planned these times in UTC. So the zone has no name.
    return given.orElse(FileZone.of(ZoneOffset.UTC));
  }

  /**
   * The zone for dates: the zone for times without a zone. It must be a zone of the IANA database,
   * because the calendar keeps its name. X-WR-TIMEZONE can name another one: an offset, or a zone
   * that the calendar defines itself.
   *
   * @throws UnknownZoneException if the calendar names an unknown zone, or one without an IANA name
   */
  ZoneId ofDates() throws UnknownZoneException {
    Optional<FileZone> given = given();
    ZoneId zone = UTC;
    if (given.isPresent()) {
      String name = calendarZone.orElse(given.get().name());
      zone = given.get().region().orElseThrow(() -> UnknownZoneException.withoutIanaName(name));
    }
    noteUse(given);
    return zone;
  }

  /** The zone that the user or the calendar names for times without a zone. */
  private Optional<FileZone> given() throws UnknownZoneException {
    if (options.floatingZone().isPresent()) {
      return options.floatingZone().map(FileZone::of);
    }
    return calendarZone.isPresent() ? Optional.of(named(calendarZone.get())) : Optional.empty();
  }

  private void noteUse(Optional<FileZone> given) {
    FloatingZone.Source source =
        options.floatingZone().isPresent()
            ? FloatingZone.Source.OPTION
            : given.isPresent() ? FloatingZone.Source.FILE : FloatingZone.Source.DEFAULT;
    floatingZones.add(new FloatingZone(given.map(FileZone::name).orElse(UTC.getId()), source));
  }

  private Optional<FileZone> find(String name) {
    ZoneId said = options.zonesOf().get(name);
    return said != null
        ? Optional.of(FileZone.of(said))
        : ZoneNames.known(name).map(FileZone::of).or(() -> defined(name));
  }

  private Optional<FileZone> defined(String name) {
    return definitions.getOrDefault(name, List.of()).stream()
        .flatMap(definition -> ZoneDefinition.of(name, observances(definition)).stream())
        .findFirst();
  }

  private static String name(String value) {
    return Parameters.unquoted(TextValue.unescaped(value)).strip();
  }

  private static List<ObservanceText> observances(ComponentText definition) {
    return Stream.of("STANDARD", "DAYLIGHT")
        .flatMap(kind -> definition.components(kind).stream())
        .map(CalendarZones::observance)
        .toList();
  }

  private static ObservanceText observance(ComponentText text) {
    return new ObservanceText(
        text.value("DTSTART").orElse(""),
        text.value("TZOFFSETFROM").orElse(null),
        text.value("TZOFFSETTO").orElse(""),
        values(text, "RRULE"),
        values(text, "RDATE"));
  }

  private static List<String> values(ComponentText text, String property) {
    return text.lines().stream()
        .filter(line -> line.is(property))
        .map(line -> line.value().strip())
        .filter(value -> !value.isEmpty())
        .toList();
  }
}

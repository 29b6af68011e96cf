package calendar.client.ics;

import calendar.client.ics.event.IcsCancellation;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.syntax.ComponentText;
import calendar.client.ics.syntax.ContentLine;
import calendar.client.ics.syntax.LineDecoder;
import calendar.client.ics.syntax.QuotedPrintable;
import calendar.client.ics.syntax.TextValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a VEVENT as an event that can be booked, or fails with the reason. Not thread-safe. */
final class EventReader {
  private static final int TITLE_CHARACTERS = 255;
  private static final int DESCRIPTION_CHARACTERS = 10_000;
  private static final int LOCATION_CHARACTERS = 1_000;
  private static final String NO_TITLE = "(no title)";
  private static final Set<String> CANCELLED = Set.of("CANCELLED", "CANCELED");

  private final ComponentText event;
  private final CalendarZones zones;
  private final LineDecoder decoder;
  private final ReadOptions options;
  private final List<String> notes = new ArrayList<>();

  EventReader(ComponentText event, CalendarZones zones, LineDecoder decoder, ReadOptions options) {
    this.event = event;
    this.zones = zones;
    this.decoder = decoder;
    this.options = options;
  }

  /** Returns true if the event has a recurrence rule or recurrence dates. */
  static boolean isRecurring(ComponentText event) {
    return Stream.of("RRULE", "RDATE", "EXRULE").anyMatch(event::has);
  }

  boolean isCancelled() {
    return event
        .value("STATUS")
        .filter(status -> CANCELLED.contains(status.toUpperCase(Locale.ROOT)))
        .isPresent();
  }

  IcsCancellation cancellation() throws InvalidComponentException {
    if (event.uid().isEmpty()) {
      throw new InvalidComponentException(event.line(), "cancelled, but has no UID");
    }
    return new IcsCancellation(IdentityReader.read(event, zones), event.line(), owner());
  }

  IcsEvent read() throws InvalidComponentException {
    refuseBrokenLines();
    if (isRecurring(event)) {
      throw new InvalidComponentException(event.line(), "recurring");
    }
    if (event.property("RECURRENCE-ID").flatMap(line -> line.parameter("RANGE")).isPresent()) {
      throw new InvalidComponentException(event.line(), "recurring (RECURRENCE-ID with RANGE)");
    }
    EventTimes times = EventTimes.of(event, zones, options, notes);
    String title = shortened("title", text("SUMMARY"), TITLE_CHARACTERS);
    String description = shortened("description", text("DESCRIPTION"), DESCRIPTION_CHARACTERS);
    String location = shortened("location", text("LOCATION"), LOCATION_CHARACTERS);
    List<Duration> remindBefore = Alarms.before(event, times, zones, notes);
    return new IcsEvent(
        IdentityReader.read(event, zones),
        event.line(),
        isInvisible(title) ? NO_TITLE : title,
        description,
        isInvisible(location) ? "" : location,
        times.period(),
        isFree(),
        remindBefore,
        owner(),
        notes);
  }

  /**
   * Rejects lines without a colon: they are usually the rest of a text that was not folded. A name
   * without a value is harmless.
   */
  private void refuseBrokenLines() throws InvalidComponentException {
    for (ContentLine line : event.lines()) {
      if (!line.hasColon() && !line.text().strip().matches("[A-Za-z0-9-]+")) {
        throw new InvalidComponentException(line, "has no colon");
      }
    }
  }

  /**
   * TRANSP decides (RFC 5545, 3.8.2.7), also for all-day events: without it, an event takes time.
   * Only if it is missing, Outlook's property counts, because the file says nothing else about it.
   */
  private boolean isFree() {
    Optional<String> transparency = event.value("TRANSP");
    return transparency.isPresent()
        ? transparency.get().equalsIgnoreCase("TRANSPARENT")
        : event.value("X-MICROSOFT-CDO-BUSYSTATUS").filter("FREE"::equalsIgnoreCase).isPresent();
  }

  private Optional<String> owner() {
    return options.ownerProperty().map(this::text).filter(name -> !name.isEmpty());
  }

  /** The text of a property, without surrounding blanks; empty if the event does not have it. */
  private String text(String property) {
    return event
        .property(property)
        .map(
            line ->
                QuotedPrintable.isUsedBy(line)
                    ? QuotedPrintable.decode(line, decoder)
                    : line.value())
        .map(String::strip)
        .map(TextValue::unescaped)
        .orElse("");
  }

  /** Also covers blanks that Java does not count as white space, such as U+00A0 and U+200B. */
  private static boolean isInvisible(String text) {
    return text.codePoints()
        .allMatch(
            character ->
                Character.isWhitespace(character)
                    || Character.isSpaceChar(character)
                    || Character.getType(character) == Character.FORMAT);
  }

  private String shortened(String what, String text, int most) {
    String kept = TextValue.shortened(text, most);
    if (!kept.equals(text)) {
      notes.add(String.format(Locale.ROOT, "%s shortened to %,d characters", what, most));
    }
    return kept;
  }
}

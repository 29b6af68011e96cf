package calendar.client.ics.event;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Builds events of files for tests. Without further calls: "Tea", 1 December 2026, 10:00 UTC. */
public final class EventBuilder {
  private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

  private ComponentIdentity identity;
  private int line = 1;
  private String title = "Tea";
  private String description = "";
  private String location = "";
  private EventPeriod period =
      EventPeriod.timed(START, START.plus(Duration.ofHours(1)), Optional.empty());
  private boolean free;
  private List<Duration> remindBefore = List.of();
  private Optional<String> owner = Optional.empty();

  private EventBuilder(ComponentIdentity identity) {
    this.identity = identity;
  }

  public static EventBuilder event(String uid) {
    return event(new ComponentIdentity(uid, "", 0, Optional.empty()));
  }

  public static EventBuilder event(ComponentIdentity identity) {
    return new EventBuilder(identity);
  }

  public EventBuilder sequence(int sequence) {
    identity =
        new ComponentIdentity(
            identity.uid(), identity.recurrenceId(), sequence, identity.modifiedTime());
    return this;
  }

  public EventBuilder line(int number) {
    line = number;
    return this;
  }

  public EventBuilder title(String text) {
    title = text;
    return this;
  }

  public EventBuilder description(String text) {
    description = text;
    return this;
  }

  public EventBuilder location(String text) {
    location = text;
    return this;
  }

  public EventBuilder at(Instant start, Instant end) {
    period = EventPeriod.timed(start, end, period.timeZone());
    return this;
  }

  public EventBuilder timeZone(String name) {
    period = new EventPeriod(period.start(), period.end(), period.dates(), Optional.of(name));
    return this;
  }

  /** Makes the event all-day. */
  public EventBuilder on(LocalDate start, LocalDate end, String zone) {
    period =
        new EventPeriod(
            start.atStartOfDay(ZoneId.of(zone)).toInstant(),
            end.atStartOfDay(ZoneId.of(zone)).toInstant(),
            Optional.of(new EventDates(start, end)),
            Optional.of(zone));
    return this;
  }

  public EventBuilder free() {
    free = true;
    return this;
  }

  public EventBuilder remindBefore(Duration... before) {
    remindBefore = List.of(before);
    return this;
  }

  public EventBuilder owner(String name) {
    owner = Optional.of(name);
    return this;
  }

  public IcsEvent build() {
    return new IcsEvent(
        identity, line, title, description, location, period, free, remindBefore, owner, List.of());
  }
}

package calendar.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import calendar.event.Calendar;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.EventDraft;
import calendar.event.field.Interval;
import calendar.series.model.FromDraft;
import calendar.series.model.OnConflict;
import calendar.series.model.SeriesSettings;
import calendar.series.model.StoredSeries;
import calendar.series.storage.SeriesResult;
import calendar.time.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Base of the contracts of series: the calendar and its series on one storage. Each test has its
 * own owner. Local times are those of Brussels.
 */
public abstract class OnSeries {
  /** A Monday, 13:00 in Brussels. */
  static final Instant NOW = Instant.parse("2027-01-04T12:00:00Z");

  static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
  static final Duration QUARTER = Duration.ofMinutes(15);
  static final Duration HOUR = Duration.ofHours(1);
  static final Duration DAY = Duration.ofDays(1);
  static final String[] TIMES = {"start_time", "end_time"};

  private static final Interval EVER =
      new Interval(Instant.parse("0001-01-01T00:00:00Z"), Instant.parse("9999-12-31T00:00:00Z"));
  private static final int MANY = 10_000;

  final MovableClock clock = new MovableClock(NOW);
  final String owner = Drafts.newOwner();
  SeriesSettings settings = new SeriesSettings(DAY.multipliedBy(30), DAY.multipliedBy(732));

  /** The storages under test. */
  protected abstract SeriesStorages storages();

  final SeriesCalendar series() {
    return new SeriesCalendar(storages().series(), settings, clock, true);
  }

  final Calendar calendar() {
    return new Calendar(storages().events(), clock);
  }

  static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(BRUSSELS).toInstant();
  }

  static FromDraft from(String local) {
    return new FromDraft(at(local), null);
  }

  /** A busy series; each occurrence takes an hour. */
  final SeriesInput hours(String start, String... recurrence) {
    return new SeriesInput(owner, "")
        .titled("Standup")
        .from(at(start), at(start).plus(HOUR))
        .in(BRUSSELS.getId())
        .repeating(recurrence);
  }

  /** A change of a series. */
  final SeriesInput change(StoredSeries stored) {
    return new SeriesInput(owner, stored.series().id().toString());
  }

  /** A change of a series to an hour that begins at another time. */
  final SeriesInput hour(StoredSeries stored, String start) {
    return change(stored).from(at(start), at(start).plus(HOUR));
  }

  final StoredSeries create(SeriesInput input) {
    return create(input, "", OnConflict.REFUSE).series().orElseThrow();
  }

  final SeriesResult create(SeriesInput input, String requestId, OnConflict onConflict) {
    return series().create(input.draft(), requestId, onConflict, false);
  }

  final SeriesResult update(SeriesInput change, String... paths) {
    return update(change, FromDraft.NONE, paths);
  }

  final SeriesResult update(SeriesInput change, FromDraft from, String... paths) {
    return series().update(change.draft(), List.of(paths), from, "", OnConflict.REFUSE, false);
  }

  final SeriesResult skip(SeriesInput change, String... paths) {
    return series()
        .update(change.draft(), List.of(paths), FromDraft.NONE, "", OnConflict.SKIP, false);
  }

  final StoredSeries rename(StoredSeries stored, String title) {
    return update(change(stored).titled(title), "title").series().orElseThrow();
  }

  final StoredSeries get(StoredSeries stored) {
    return series().get(owner, stored.series().id().toString());
  }

  /** All events of the owner, ordered by start. */
  final List<Event> events() {
    return storages().events().list(owner, EVER, Optional.empty(), MANY).join();
  }

  /** The occurrences of a series, ordered by start. */
  final List<Event> occurrences(StoredSeries stored) {
    return events().stream()
        .filter(event -> event.occurrence().isPresent())
        .filter(event -> event.occurrence().get().seriesId().equals(stored.series().id()))
        .toList();
  }

  /** The occurrence that the rule put at a time. */
  final Event occurrence(StoredSeries stored, String originalStart) {
    return occurrences(stored).stream()
        .filter(event -> event.occurrence().get().originalStart().equals(at(originalStart)))
        .findFirst()
        .orElseThrow();
  }

  final Event read(Event event) {
    return calendar().get(owner, event.id().toString()).join();
  }

  final List<String> starts(StoredSeries stored) {
    return starts(occurrences(stored));
  }

  static List<String> starts(List<Event> events) {
    return events.stream()
        .map(event -> LocalDateTime.ofInstant(event.startTime(), BRUSSELS).toString())
        .toList();
  }

  static List<UUID> ids(List<Event> events) {
    return events.stream().map(Event::id).toList();
  }

  /** Books a single event. */
  final Event book(String start, String end) {
    return calendar().create(Drafts.draft(owner, at(start), at(end)), "").join().event();
  }

  final Event retitle(Event event, String title) {
    EventDraft draft =
        new EventDraft(owner, event.id().toString(), title, "", null, null, List.of(), "");
    return calendar().update(draft, List.of("title"));
  }

  final Event move(Event event, String start, String end) {
    EventDraft draft =
        new EventDraft(owner, event.id().toString(), "", "", at(start), at(end), List.of(), "");
    return calendar().update(draft, List.of(TIMES));
  }

  final void delete(Event event) {
    calendar().delete(owner, event.id().toString(), "");
  }

  /** The bad fields that a call is refused for. */
  static List<String> badFields(Runnable call) {
    InvalidArgumentException invalid =
        catchThrowableOfType(InvalidArgumentException.class, call::run);
    assertThat(invalid).as("the call must be refused").isNotNull();
    return invalid.violations().stream().map(Violation::field).toList();
  }

  static LocalDate date(Event event) {
    return event.occurrence().orElseThrow().originalDate().orElseThrow();
  }
}

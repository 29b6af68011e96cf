package calendar.series;

import calendar.event.Calendar;
import calendar.event.CreatedEvent;
import calendar.event.Event;
import calendar.event.EventDraft;
import calendar.event.EventStorage;
import calendar.event.Racing;
import calendar.event.field.IcalDraft;
import calendar.event.field.Interval;
import calendar.event.field.TimesDraft;
import calendar.series.model.FromDraft;
import calendar.series.model.OnConflict;
import calendar.series.model.Series;
import calendar.series.model.SeriesDraft;
import calendar.series.model.SeriesSettings;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Threads that call the series and the events of one owner at the same time. */
public abstract class RacingSeries extends Racing {
  static final int THREADS = 50;
  static final int ROUNDS = 200;
  static final int DAYS = 5;
  static final Duration HOUR = Duration.ofHours(1);
  static final Duration HALF_HOUR = Duration.ofMinutes(30);
  static final Instant START = Instant.parse("2027-01-01T10:00:00Z");
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);
  private static final SeriesSettings SETTINGS =
      new SeriesSettings(Duration.ofDays(365), Duration.ofDays(732));

  String owner;

  protected RacingSeries() {
    super(THREADS);
  }

  /** The storage of events under test. */
  protected abstract EventStorage events();

  /** The storage of series under test. */
  protected abstract SeriesStorage storage();

  private SeriesCalendar series() {
    return new SeriesCalendar(storage(), SETTINGS, CLOCK, true);
  }

  Calendar calendar() {
    return new Calendar(events(), CLOCK);
  }

  private EventDraft draft(String id, String title, Instant start, Instant end) {
    return new EventDraft(
        owner,
        id,
        title,
        "",
        "",
        null,
        new TimesDraft(start, end, null, null, "UTC"),
        List.of(HOUR),
        "",
        IcalDraft.NONE);
  }

  Series createSeries(Instant start) {
    return createSeries(start, "").series().orElseThrow().series();
  }

  SeriesResult createSeries(Instant start, String requestId) {
    SeriesDraft daily =
        new SeriesDraft(
            draft("", "Daily", start, start.plus(HOUR)), List.of("RRULE:FREQ=DAILY;COUNT=" + DAYS));
    return series().create(daily, requestId, OnConflict.REFUSE, false);
  }

  Event createEvent(Instant start) {
    CreatedEvent created =
        calendar().create(draft("", "Single", start, start.plus(HOUR)), "").join();
    return created.event();
  }

  Event moveEvent(Event event, Instant start) {
    return calendar()
        .update(
            draft(event.id().toString(), "Moved", start, start.plus(HOUR)),
            List.of("start_time", "end_time"));
  }

  Series moveSeries(Series series, Instant start) {
    SeriesDraft moved =
        new SeriesDraft(draft(series.id().toString(), "", start, start.plus(HOUR)), List.of());
    return series()
        .update(
            moved, List.of("start_time", "end_time"), FromDraft.NONE, "", OnConflict.REFUSE, false)
        .series()
        .orElseThrow()
        .series();
  }

  void rename(Series series, String title) {
    EventDraft named = draft(series.id().toString(), title, null, null);
    series()
        .update(
            new SeriesDraft(named, List.of()),
            List.of("title"),
            FromDraft.NONE,
            "",
            OnConflict.REFUSE,
            false);
  }

  List<Event> all() {
    Interval ever = new Interval(START.minus(Duration.ofDays(40)), START.plus(Duration.ofDays(40)));
    return events().list(owner, ever, Optional.empty(), 10_000).join();
  }

  List<Event> occurrences(Series series) {
    return all().stream()
        .filter(event -> event.occurrence().isPresent())
        .filter(event -> event.occurrence().get().seriesId().equals(series.id()))
        .toList();
  }

  static Instant day(int number) {
    return START.plus(Duration.ofDays(number));
  }
}

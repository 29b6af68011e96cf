package calendar.scheduler.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import calendar.LogCapture;
import calendar.audit.AuditEntry;
import calendar.container.Deployments;
import calendar.database.Statements;
import calendar.error.SeriesNotFoundException;
import calendar.event.EventDraft;
import calendar.event.Race;
import calendar.event.field.IcalDraft;
import calendar.event.field.TimesDraft;
import calendar.series.ForwardingSeriesStorage;
import calendar.series.SeriesCalendar;
import calendar.series.model.OnConflict;
import calendar.series.model.Series;
import calendar.series.model.SeriesDraft;
import calendar.series.model.SeriesSettings;
import calendar.series.model.StoredSeries;
import calendar.series.postgres.PostgresSeriesStorage;
import calendar.series.postgres.SeriesTransactions;
import calendar.series.storage.SeriesResult;
import calendar.series.storage.SeriesStorage;
import calendar.time.ClockCheck;
import calendar.time.ClockDifferenceException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import javax.sql.DataSource;
import org.eclipse.microprofile.metrics.MetricID;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Books series further, on the database. All series are years ahead, so the deployed scheduler
 * finds nothing to do.
 */
@ExtendWith(ArquillianExtension.class)
class SeriesExtenderIT {
  private static final Instant NOW = Instant.parse("2040-11-02T09:45:00Z");
  private static final Instant FIRST = Instant.parse("2040-11-02T10:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration RETENTION = Duration.ofDays(365);
  private static final Duration DAY = Duration.ofDays(1);

  @Inject private SeriesTransactions transactions;
  @Inject private MetricRegistry metrics;

  @Resource(lookup = "jdbc/calendar")
  private DataSource database;

  @Resource(lookup = "java:comp/DefaultManagedThreadFactory")
  private ManagedThreadFactory threads;

  private final List<AuditEntry> entries = new ArrayList<>();
  private final String owner = UUID.randomUUID().toString();

  @Deployment
  static WebArchive deployment() {
    return Deployments.scheduler()
        .addClasses(Race.class, Race.Run.class, Race.Outcome.class)
        .addClasses(DyingStorage.class, ForwardingSeriesStorage.class);
  }

  @BeforeEach
  void removeAll() {
    Statements.update(database, "DELETE FROM events");
    Statements.update(database, "DELETE FROM series");
  }

  private static Clock fixed(Instant time) {
    return Clock.fixed(time, ZoneOffset.UTC);
  }

  private static SeriesSettings settings(Duration horizon) {
    return new SeriesSettings(RETENTION, horizon);
  }

  private SeriesStorage storage() {
    return new PostgresSeriesStorage(database, transactions);
  }

  private SeriesCalendar calendar(Duration horizon) {
    return new SeriesCalendar(storage(), settings(horizon), fixed(NOW), true);
  }

  private SeriesExtender extender(SeriesStorage storage, SeriesSettings settings, Instant now) {
    return new SeriesExtender(
        new SeriesCalendar(storage, settings, fixed(now), true),
        storage,
        settings,
        new ClockCheck(() -> now, fixed(now), difference -> {}),
        new SeriesMetrics(metrics),
        entries::add,
        fixed(now));
  }

  private void extend(Duration horizon) {
    extender(storage(), settings(horizon), NOW).run();
  }

  private Series create(String ownerId, Instant start, String rule, Duration horizon) {
    EventDraft first =
        new EventDraft(
            ownerId,
            "",
            "Daily",
            "",
            "",
            null,
            new TimesDraft(start, start.plus(HOUR), null, null, "UTC"),
            List.of(HOUR),
            "",
            IcalDraft.NONE);
    SeriesDraft draft = new SeriesDraft(first, List.of(rule));
    return calendar(horizon)
        .create(draft, "", OnConflict.REFUSE, false)
        .series()
        .orElseThrow()
        .series();
  }

  private Series daily(Duration horizon) {
    return create(owner, FIRST, "RRULE:FREQ=DAILY", horizon);
  }

  private StoredSeries stored(Series series) {
    return storage().get(series.ownerId(), series.id());
  }

  private long skippedMetric() {
    return metrics.getCounter(new MetricID("calendar_occurrences_skipped_total")).getCount();
  }

  @Test
  void booksUpToRaisedHorizon() {
    Series series = daily(DAY.multipliedBy(40));
    assertThat(stored(series).occurrenceCount()).isEqualTo(40);

    extend(DAY.multipliedBy(60));

    assertThat(stored(series).occurrenceCount()).isEqualTo(60);
    assertThat(stored(series).series().bookedUntil()).isEqualTo(NOW.plus(DAY.multipliedBy(60)));
    assertThat(stored(series).series().etag()).isEqualTo(series.etag());
  }

  @Test
  void lowerHorizonRemovesNothing() {
    Series series = daily(DAY.multipliedBy(40));

    extend(DAY.multipliedBy(10));

    assertThat(stored(series).occurrenceCount()).isEqualTo(40);
    assertThat(stored(series).series().bookedUntil()).isEqualTo(NOW.plus(DAY.multipliedBy(40)));
  }

  @Test
  void deletedOccurrenceIsNotBookedAgain() {
    Series series = daily(DAY.multipliedBy(40));
    Statements.update(
        database,
        "DELETE FROM events WHERE owner_id = ? AND start_time = ?",
        owner,
        FIRST.plus(DAY.multipliedBy(39)));

    extend(DAY.multipliedBy(60));

    assertThat(stored(series).occurrenceCount()).isEqualTo(59);
  }

  @Test
  void skipsTakenTime() {
    create(owner, FIRST.plus(DAY.multipliedBy(49)), "RRULE:FREQ=DAILY;COUNT=1", DAY);
    Series series = daily(DAY.multipliedBy(40));
    long before = skippedMetric();

    List<LogRecord> entries = LogCapture.during(() -> extend(DAY.multipliedBy(60)));

    assertThat(stored(series).occurrenceCount()).isEqualTo(59);
    assertThat(stored(series).firstSkipped())
        .singleElement()
        .satisfies(
            skip ->
                assertThat(skip.occurrence().originalStart())
                    .isEqualTo(FIRST.plus(DAY.multipliedBy(49))));
    assertThat(skippedMetric() - before).isEqualTo(1);
    assertThat(entries)
        .filteredOn(entry -> entry.getLoggerName().equals(SeriesExtender.class.getName()))
        .map(new SimpleFormatter()::formatMessage)
        .filteredOn(line -> line.contains("skipped 1 of its next occurrences"))
        .singleElement()
        .satisfies(
            line ->
                assertThat(line).contains(owner, series.id().toString(), "2040-12-21T10:00:00Z"));
  }

  @Test
  void schedulersAtOnceBookEachOccurrenceOnce() throws Exception {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(create(owner + i, FIRST, "RRULE:FREQ=DAILY", DAY.multipliedBy(40)));
    }
    try (Race race = new Race(8, threads)) {
      race.round(
          runner -> {
            extend(DAY.multipliedBy(50 + runner % 2 * 10));
            return true;
          });
    }

    assertThat(all)
        .allSatisfy(series -> assertThat(stored(series).occurrenceCount()).isEqualTo(60));
  }

  @Test
  void nextRunContinuesAfterCrash() {
    List<Series> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      all.add(create(owner + i, FIRST, "RRULE:FREQ=DAILY", DAY.multipliedBy(40)));
    }
    SeriesStorage dying = new DyingStorage(storage(), 2);

    assertThatExceptionOfType(RuntimeException.class)
        .isThrownBy(() -> extender(dying, settings(DAY.multipliedBy(60)), NOW).run());
    assertThat(all).filteredOn(series -> stored(series).occurrenceCount() == 60).hasSize(2);

    extend(DAY.multipliedBy(60));

    assertThat(all)
        .allSatisfy(series -> assertThat(stored(series).occurrenceCount()).isEqualTo(60));
  }

  @Test
  void purgesEndedSeriesWithoutOccurrences() {
    Series ended = create(owner + "-ended", FIRST, "RRULE:FREQ=DAILY;COUNT=2", DAY);
    Series alive = daily(DAY.multipliedBy(40));
    Statements.update(
        database,
        "DELETE FROM events WHERE owner_id = ? AND series_id = ?",
        ended.ownerId(),
        ended.id());
    Instant later = FIRST.plus(RETENTION).plus(DAY.multipliedBy(3));

    extender(storage(), settings(DAY), FIRST.plus(RETENTION)).run();
    assertThat(stored(ended).occurrenceCount()).isZero();
    extender(storage(), settings(DAY), later).run();

    assertThatExceptionOfType(SeriesNotFoundException.class).isThrownBy(() -> stored(ended));
    assertThat(stored(alive).series().id()).isEqualTo(alive.id());
  }

  @Test
  void doesNothingWhileClocksDiffer() {
    Series series = daily(DAY.multipliedBy(40));
    SeriesSettings settings = settings(DAY.multipliedBy(60));
    ClockCheck clocks =
        new ClockCheck(() -> NOW, fixed(NOW.plus(Duration.ofDays(1_200))), difference -> {});
    SeriesExtender wrong =
        new SeriesExtender(
            calendar(DAY),
            storage(),
            settings,
            clocks,
            new SeriesMetrics(metrics),
            entries::add,
            fixed(NOW));

    assertThatExceptionOfType(ClockDifferenceException.class).isThrownBy(wrong::run);

    assertThat(stored(series).occurrenceCount()).isEqualTo(40);
  }

  @Test
  void resultSaysWhatWasBooked() {
    Series series = daily(DAY.multipliedBy(40));

    SeriesResult result =
        calendar(DAY.multipliedBy(60))
            .extend(new calendar.series.model.SeriesKey(owner, series.id()), NOW);

    assertThat(result.added()).isEqualTo(20);
    assertThat(result.conflicts()).isEmpty();
  }
}

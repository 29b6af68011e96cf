package calendar.series.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.database.MigratedDatabase;
import calendar.database.Statements;
import calendar.event.Drafts;
import calendar.event.Event;
import calendar.event.EventDraft;
import calendar.event.field.Availability;
import calendar.event.field.IcalDraft;
import calendar.event.field.TimesDraft;
import calendar.event.postgres.OccurrenceStatements;
import calendar.series.SeriesCalendar;
import calendar.series.model.OnConflict;
import calendar.series.model.SeriesDraft;
import calendar.series.model.SeriesSettings;
import calendar.series.storage.SeriesResult;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The statement that books a new series. Each call commits by itself. */
class NewSeriesIT {
  private static final Instant START = Instant.parse("2027-03-20T09:00:00Z");
  private static final List<Duration> FIVE =
      List.of(
          Duration.ofDays(366),
          Duration.ofDays(1).plusNanos(1_000),
          Duration.ofMinutes(15),
          Duration.ofNanos(1_000),
          Duration.ZERO);

  private static MigratedDatabase database;

  private final String owner = Drafts.newOwner();
  private final Booking booking = new Booking(database.asService());

  @BeforeAll
  static void start() {
    database = new MigratedDatabase();
  }

  @AfterAll
  static void stop() {
    database.close();
  }

  private SeriesResult create(EventDraft first, String requestId, String... recurrence) {
    SeriesSettings settings = new SeriesSettings(Duration.ofDays(30), Duration.ofDays(732));
    return new SeriesCalendar(booking, settings, Clock.fixed(Drafts.NOW, ZoneOffset.UTC), true)
        .create(new SeriesDraft(first, List.of(recurrence)), requestId, OnConflict.REFUSE, false);
  }

  private EventDraft draft(
      String location, Availability availability, TimesDraft times, List<Duration> remindBefore) {
    return new EventDraft(
        owner,
        "",
        "Fair",
        "Hall 7",
        location,
        availability,
        times,
        remindBefore,
        "",
        IcalDraft.NONE);
  }

  private EventDraft hour() {
    return draft("", null, timed(Duration.ofHours(1)), List.of(Duration.ofMinutes(15)));
  }

  private static TimesDraft timed(Duration length) {
    return new TimesDraft(START, START.plus(length), null, null, "Europe/Brussels");
  }

  private List<String> rows(String sql) {
    List<String> rows = new ArrayList<>();
    Statements.query(database.asService(), sql, row -> rows.add(row.getString(1)), owner);
    return rows;
  }

  /** All columns of the owner's events and reminders. */
  private List<String> bookedRows() {
    List<String> rows = rows("SELECT to_jsonb(e) FROM events e WHERE owner_id = ? ORDER BY id");
    rows.addAll(rows("SELECT to_jsonb(r) FROM reminders r WHERE owner_id = ? ORDER BY id"));
    return rows;
  }

  static Stream<NewSeriesInput> inputs() {
    TimesDraft days =
        TimesDraft.allDay(LocalDate.of(2027, 3, 27), LocalDate.of(2027, 3, 29), "Europe/Brussels");
    return Stream.of(
        new NewSeriesInput("", null, timed(Duration.ofHours(1)), List.of()),
        new NewSeriesInput("Ghent", null, timed(Duration.ofNanos(3_600_000_001_000L)), FIVE),
        new NewSeriesInput("", Availability.FREE, timed(Duration.ofDays(9)), FIVE.subList(2, 3)),
        new NewSeriesInput("Ghent", null, days, FIVE));
  }

  /** What a series to book says about its occurrences. */
  record NewSeriesInput(
      String location, Availability availability, TimesDraft times, List<Duration> remindBefore) {}

  @ParameterizedTest
  @MethodSource("inputs")
  void writesRowsOfSingleInserts(NewSeriesInput input) {
    create(
        draft(input.location(), input.availability(), input.times(), input.remindBefore()),
        "",
        "RRULE:FREQ=WEEKLY;COUNT=4",
        "EXDATE;VALUE=DATE:20270403");
    List<String> booked = bookedRows();
    List<Event> events = booking.last.inserted();

    Statements.update(database.asService(), "DELETE FROM events WHERE owner_id = ?", owner);
    assertThat(bookedRows()).isEmpty();
    new OccurrenceStatements(database.asService()).insert(events);

    assertThat(events).hasSizeGreaterThanOrEqualTo(3);
    assertThat(booked)
        .hasSize(events.size() * (1 + input.remindBefore().size()))
        .isEqualTo(bookedRows());
  }

  @Test
  void repeatedRequestWritesNothing() {
    String request = UUID.randomUUID().toString();
    SeriesResult first = create(hour(), request, "RRULE:FREQ=WEEKLY;COUNT=3");
    List<String> booked = bookedRows();

    SeriesResult repeated = create(hour(), request, "RRULE:FREQ=DAILY;COUNT=9");

    assertThat(repeated.isReplayed()).isTrue();
    assertThat(id(repeated)).isEqualTo(id(first));
    assertThat(bookedRows()).isEqualTo(booked);
    assertThat(rows("SELECT id FROM series WHERE owner_id = ?")).hasSize(1);
  }

  private static UUID id(SeriesResult result) {
    return result.series().orElseThrow().series().id();
  }

  /** A series may have 4,000 occurrences with 20,000 reminders. Connections keep this plan. */
  @Test
  void doesNotCompareEachReminderWithEachOccurrence() throws SQLException {
    String types =
        "text, text, uuid, uuid, text, uuid, text, text, text, text, timestamptz, timestamptz,"
            + " date, date, text, bigint[], text[], bigint, timestamptz, timestamptz, timestamptz,"
            + " boolean, text, int, timestamptz, bigint, uuid[], timestamptz[], timestamptz[],"
            + " date[], date[], uuid[], uuid[], bigint[], int";
    String arguments = String.join(", ", Collections.nCopies(35, "NULL"));

    String generic = database.plans(BookingSql.WITH_REQUEST, types, arguments).get(1);

    assertThat(generic).containsPattern("(Hash|Merge) Join");
  }
}

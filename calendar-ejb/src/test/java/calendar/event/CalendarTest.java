package calendar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.event.field.TimeRules;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest extends OnCalendar {

  @Test
  void stampsNewEventInMicroseconds() {
    Event event = create(valid());

    assertThat(event.createTime()).isEqualTo("2026-11-23T12:00:00.123456Z");
    assertThat(event.updateTime()).isEqualTo(event.createTime());
    assertThat(event.id().version()).isEqualTo(7);
  }

  @Test
  void truncatesTimesToMicrosecondsBeforeValidation() {
    Event event =
        create(
            draft(
                owner, "", "Tea", "", TEN.plusNanos(1_999), ELEVEN, Duration.ofNanos(60_000_001)));

    assertThat(event.startTime()).isEqualTo(TEN.plusNanos(1_000));
    assertThat(event.remindBefore()).containsExactly(Duration.ofMillis(60));
    assertThat(violatedFields(() -> create(draft(owner, "", "T", "", TEN, TEN.plusNanos(999)))))
        .containsExactly("event.end_time");
  }

  @Test
  void acceptsLargestAllowedValues() {
    create(
        draft(
            "o".repeat(128),
            "",
            "🎉".repeat(255),
            "d".repeat(10_000),
            TEN,
            TEN.plus(Duration.ofDays(366)),
            Duration.ZERO,
            Duration.ofDays(366),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(3)));
  }

  static Stream<Arguments> badDrafts() {
    Instant year10000 = Instant.parse("+10000-01-01T00:00:00Z");
    Instant year0 = Instant.parse("0000-12-31T23:59:59Z");
    Duration day = Duration.ofDays(1);
    return Stream.of(
        Arguments.of("event.id", draft("o", "x", "T", "", TEN, ELEVEN)),
        Arguments.of("event.owner_id", draft("", "", "T", "", TEN, ELEVEN)),
        Arguments.of("event.owner_id", draft("o".repeat(129), "", "T", "", TEN, ELEVEN)),
        Arguments.of("event.owner_id", draft("o\0", "", "T", "", TEN, ELEVEN)),
        Arguments.of("event.title", draft("o", "", "", "", TEN, ELEVEN)),
        Arguments.of("event.title", draft("o", "", " \t\u2003", "", TEN, ELEVEN)),
        Arguments.of("event.title", draft("o", "", "🎉".repeat(256), "", TEN, ELEVEN)),
        Arguments.of("event.title", draft("o", "", "a\0b", "", TEN, ELEVEN)),
        Arguments.of("event.description", draft("o", "", "T", "d".repeat(10_001), TEN, ELEVEN)),
        Arguments.of("event.description", draft("o", "", "T", "\0", TEN, ELEVEN)),
        Arguments.of("event.start_time", draft("o", "", "T", "", null, ELEVEN)),
        Arguments.of("event.start_time", draft("o", "", "T", "", year0, ELEVEN)),
        Arguments.of("event.end_time", draft("o", "", "T", "", TEN, null)),
        Arguments.of("event.end_time", draft("o", "", "T", "", TEN, year10000)),
        Arguments.of("event.end_time", draft("o", "", "T", "", TEN, TEN)),
        Arguments.of("event.end_time", draft("o", "", "T", "", ELEVEN, TEN)),
        Arguments.of(
            "event.end_time",
            draft("o", "", "T", "", TEN, TEN.plus(Duration.ofDays(366)).plusNanos(1_000))),
        Arguments.of(
            "event.remind_before[1]",
            draft("o", "", "T", "", TEN, ELEVEN, day, Duration.ofSeconds(-1))),
        Arguments.of(
            "event.remind_before[0]", draft("o", "", "T", "", TEN, ELEVEN, Duration.ofDays(400))),
        Arguments.of("event.remind_before[1]", draft("o", "", "T", "", TEN, ELEVEN, day, day)),
        Arguments.of(
            "event.remind_before[0]",
            draft(
                "o",
                "",
                "T",
                "",
                Instant.parse("0001-01-01T12:00:00Z"),
                Instant.parse("0001-01-01T13:00:00Z"),
                day)));
  }

  @ParameterizedTest
  @MethodSource("badDrafts")
  void rejectsInvalidDraftAndNamesField(String field, EventDraft draft) {
    assertThat(violatedFields(() -> create(draft))).containsExactly(field);
  }

  @Test
  void rejectsMoreThanFiveReminders() {
    Duration[] six =
        Stream.iterate(Duration.ofMinutes(1), before -> before.plusMinutes(1))
            .limit(6)
            .toArray(Duration[]::new);

    assertThat(violatedFields(() -> create(draft(owner, "", "T", "", TEN, ELEVEN, six))))
        .containsExactly("event.remind_before");
  }

  /** Each entry alone is a violation, because it is before year 1. */
  @Test
  void ignoresEntriesOfTooManyReminders() {
    Instant first = TimeRules.FIRST_TIME;
    Duration[] six = Stream.generate(() -> Duration.ofDays(1)).limit(6).toArray(Duration[]::new);

    assertThat(
            violatedFields(
                () -> create(draft(owner, "", "T", "", first, first.plusSeconds(60), six))))
        .containsExactly("event.remind_before");
  }

  @Test
  void acceptsFirstAndLastTime() {
    Instant first = TimeRules.FIRST_TIME;
    Instant last = TimeRules.LAST_TIME;

    create(draft(owner, "", "T", "", first, first.plusNanos(1_000), Duration.ZERO));
    create(draft(owner, "", "T", "", last.minusNanos(1_000), last, Duration.ofDays(366)));
  }

  @Test
  void rejectsMicrosecondAfterLastTime() {
    Instant last = TimeRules.LAST_TIME;

    assertThat(violatedFields(() -> create(draft(owner, "", "T", "", TEN, last.plusNanos(1_000)))))
        .containsExactly("event.end_time");
  }

  @Test
  void rejectsReminderJustAboveLimit() {
    Duration tooLong = EventRules.LONGEST_REMIND_BEFORE.plusNanos(1_000);

    assertThat(violatedFields(() -> create(draft(owner, "", "T", "", TEN, ELEVEN, tooLong))))
        .containsExactly("event.remind_before[0]");
  }

  @Test
  void repeatedRequestIdReturnsFirstEvent() {
    String request = "0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4b";
    Event first = calendar.create(valid(), request).join().event();

    assertThat(calendar.create(valid(), request.toUpperCase(Locale.ROOT)).join())
        .isEqualTo(new CreatedEvent(first, true));
  }

  @Test
  void namesAllInvalidFieldsAtOnce() {
    assertThat(violatedFields(() -> calendar.create(draft("", "", "", "\0", null, null), "x")))
        .containsExactly(
            "event.owner_id",
            "event.title",
            "event.description",
            "event.start_time",
            "event.end_time",
            "request_id");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1-1-1-1-1",
        "0197b1a2-5c3d-7e4f-8a6b-9c0d1e2f3a4",
        "not a uuid at all, but 36 characters"
      })
  void rejectsMalformedId(String id) {
    assertThat(violatedFields(() -> calendar.get(owner, id))).containsExactly("id");
    assertThat(violatedFields(() -> calendar.delete(owner, id, ""))).containsExactly("id");
    assertThat(
            violatedFields(
                () -> calendar.update(draft(owner, id, "T", "", TEN, ELEVEN), List.of())))
        .containsExactly("event.id");
  }

  @Test
  void rejectsMissingOwner() {
    String id = create(valid()).id().toString();

    assertThat(violatedFields(() -> calendar.get("", id))).containsExactly("owner_id");
    assertThat(violatedFields(() -> calendar.delete("", id, ""))).containsExactly("owner_id");
  }

  @Test
  void deletesEvent() {
    Event event = create(valid());

    calendar.delete(owner, event.id().toString(), event.etag());

    assertThatThrownBy(() -> get(event)).hasCauseInstanceOf(EventNotFoundException.class);
    create(valid());
  }

  @Test
  void deletesWithoutEtag() {
    Event event = create(valid());

    calendar.delete(owner, event.id().toString(), "");

    assertThatThrownBy(() -> get(event)).hasCauseInstanceOf(EventNotFoundException.class);
  }

  @Test
  void rejectsDeleteWithOldEtag() {
    Event event = create(valid());
    calendar.update(withEtag(event, ""), List.of());

    assertThatThrownBy(() -> calendar.delete(owner, event.id().toString(), event.etag()))
        .isInstanceOf(EtagMismatchException.class);
    assertThat(get(event).title()).isEqualTo("Coffee");
  }
}

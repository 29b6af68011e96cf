package calendar.event;

import static calendar.event.Drafts.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import calendar.error.Violations;
import calendar.event.memory.MemoryEventStorage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarTest {
  private static final Instant NOW = Instant.parse("2026-11-23T12:00:00.123456789Z");
  private static final Instant TEN = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant ELEVEN = Instant.parse("2026-12-01T11:00:00Z");

  private final String owner = newOwner();
  private final Calendar calendar =
      new Calendar(new MemoryEventStorage(), Clock.fixed(NOW, ZoneOffset.UTC));

  private static EventDraft draft(
      String owner,
      String id,
      String title,
      String description,
      Instant start,
      Instant end,
      Duration... remindBefore) {
    return new EventDraft(owner, id, title, description, start, end, List.of(remindBefore), "");
  }

  private EventDraft valid() {
    return draft(owner, "", "Tea", "", TEN, ELEVEN);
  }

  private Event create(EventDraft draft) {
    return calendar.create(draft, "").toCompletableFuture().join().event();
  }

  private List<String> violatedFields(Runnable call) {
    InvalidArgumentException invalid =
        catchThrowableOfType(InvalidArgumentException.class, call::run);
    assertThat(invalid).as("the call must be refused").isNotNull();
    return invalid.violations().stream().map(Violation::field).toList();
  }

  @Test
  void stampsANewEventByItsClockInMicroseconds() {
    Event event = create(valid());

    assertThat(event.createTime()).isEqualTo("2026-11-23T12:00:00.123456Z");
    assertThat(event.updateTime()).isEqualTo(event.createTime());
    assertThat(event.id().version()).isEqualTo(7);
  }

  @Test
  void cutsTimesOffBelowTheMicrosecondBeforeItChecksThem() {
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
  void acceptsWhatIsJustWithinTheLimits() {
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
  void refusesABadDraftNamingItsField(String field, EventDraft draft) {
    assertThat(violatedFields(() -> create(draft))).containsExactly(field);
  }

  @Test
  void refusesMoreThanFiveReminders() {
    Duration[] six =
        Stream.iterate(Duration.ofMinutes(1), before -> before.plusMinutes(1))
            .limit(6)
            .toArray(Duration[]::new);

    assertThat(violatedFields(() -> create(draft(owner, "", "T", "", TEN, ELEVEN, six))))
        .containsExactly("event.remind_before");
  }

  @Test
  void namesEveryBadFieldAtOnce() {
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
  void refusesAMalformedId(String id) {
    assertThat(violatedFields(() -> calendar.get(owner, id))).containsExactly("id");
    assertThat(violatedFields(() -> calendar.delete(owner, id, ""))).containsExactly("id");
    assertThat(
            violatedFields(
                () -> calendar.update(draft(owner, id, "T", "", TEN, ELEVEN), List.of())))
        .containsExactly("event.id");
  }

  private EventDraft change(Event event, String title, Instant start, Instant end) {
    return draft(owner, event.id().toString(), title, "", start, end);
  }

  @Test
  void anUpdateWithoutMaskReplacesEverything() {
    Event event = create(draft(owner, "", "Tea", "Green", TEN, ELEVEN, Duration.ofHours(1)));

    for (List<String> everything : List.of(List.<String>of(), List.of("*"))) {
      Event updated =
          calendar.update(change(event, "Coffee", ELEVEN, ELEVEN.plusSeconds(60)), everything);

      assertThat(updated.title()).isEqualTo("Coffee");
      assertThat(updated.description()).isEmpty();
      assertThat(updated.startTime()).isEqualTo(ELEVEN);
      assertThat(updated.reminders()).isEmpty();
    }
  }

  @Test
  void anUpdateWithAMaskTakesAndChecksTheNamedFieldsAlone() {
    Event event = create(draft(owner, "", "Tea", "Green", TEN, ELEVEN, Duration.ofHours(1)));

    Event updated = calendar.update(change(event, "Coffee", null, null), List.of("title"));

    assertThat(updated.title()).isEqualTo("Coffee");
    assertThat(updated.description()).isEqualTo("Green");
    assertThat(updated.interval()).isEqualTo(event.interval());
    assertThat(updated.reminders()).isEqualTo(event.reminders());
  }

  @Test
  void aFieldThatDoesNotFitThoseTheMaskLeftOutIsRefused() {
    Event event = create(valid());

    assertThat(
            violatedFields(
                () -> calendar.update(change(event, "", null, TEN), List.of("end_time"))))
        .containsExactly("event.end_time");
    assertThat(calendar.get(owner, event.id().toString()).join()).isEqualTo(event);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "owner_id", "etag", "reminders", "create_time", "Title", "x", ""})
  void aMaskNamesOnlyWhatAClientMaySet(String path) {
    Event event = create(valid());

    assertThat(
            violatedFields(
                () -> calendar.update(change(event, "T", TEN, ELEVEN), List.of("title", path))))
        .containsExactly("update_mask");
  }

  @Test
  void pagesHaveAHundredEventsUnlessTheClientSaysOtherwiseUpToAThousand() {
    for (int i = 0; i < 1_002; i++) {
      create(draft(owner, "", "T", "", TEN.plusSeconds(i), TEN.plusSeconds(i + 1)));
    }
    Interval all = new Interval(TEN, TEN.plusSeconds(2_000));

    assertThat(list(all, 0, Optional.empty()).events()).hasSize(100);
    assertThat(list(all, 1, Optional.empty()).events()).hasSize(1);
    EventPage largest = list(all, Integer.MAX_VALUE, Optional.empty());
    assertThat(largest.events()).hasSize(1_000);
    EventPage rest = list(all, 2, largest.next());
    assertThat(rest.events()).hasSize(2);
    assertThat(rest.next()).isEmpty();
  }

  /** Of texts of 40,001 bytes, 104 are no more than 4 MiB. */
  @ParameterizedTest
  @CsvSource({"104, 104, 0", "105, 104, 1", "230, 104, 104"})
  void aPageEndsBeforeTheEventByWhichItsTextsAreTooMany(int events, int first, int second) {
    String description = "\ud83c\udf89".repeat(10_000);
    for (int i = 0; i < events; i++) {
      create(draft(owner, "", "T", description, TEN.plusSeconds(i), TEN.plusSeconds(i + 1)));
    }
    Interval all = new Interval(TEN, TEN.plusSeconds(2_000));

    EventPage page = list(all, 1_000, Optional.empty());

    assertThat(page.events()).hasSize(first);
    assertThat(page.next().isPresent()).isEqualTo(second > 0);
    if (second > 0) {
      EventPage rest = list(all, 1_000, page.next());
      assertThat(rest.events()).hasSize(second);
      assertThat(rest.events().get(0).startTime()).isEqualTo(TEN.plusSeconds(first));
      assertThat(rest.next().isPresent()).isEqualTo(first + second < events);
    }
  }

  @Test
  void nothingOverlapsAnEmptyInterval() {
    create(valid());

    assertThat(list(new Interval(TEN.plusSeconds(1), TEN.plusSeconds(1)), 0, Optional.empty()))
        .isEqualTo(new EventPage(List.of(), Optional.empty()));
  }

  private EventPage list(Interval interval, int size, Optional<Instant> after) {
    return calendar.list(owner, interval, size, after, new Violations()).join();
  }

  @Test
  void refusesABadList() {
    assertThat(
            violatedFields(
                () -> {
                  Violations violations = new Violations();
                  Interval backwards = Interval.checked(ELEVEN, TEN, violations);
                  calendar.list("", backwards, -1, Optional.empty(), violations);
                }))
        .containsExactly("end_time", "owner_id", "page_size");
  }

  @Test
  void neverShowsMoreThanTheStartOfAnUnknownMaskPath() {
    Event event = create(valid());
    List<String> paths = Collections.nCopies(2, "x".repeat(100_000));

    assertThatThrownBy(() -> calendar.update(change(event, "T", TEN, ELEVEN), paths))
        .message()
        .hasSizeLessThan(300);
  }

  @Test
  void looksNoFurtherThanTheFirstUnknownMaskPath() {
    List<String> endless =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            assertThat(index).as("the path that is looked at").isLessThan(3);
            return index == 0 ? "title" : "x" + index;
          }

          @Override
          public int size() {
            return 1_000_000;
          }
        };
    Event event = create(valid());

    assertThatThrownBy(() -> calendar.update(change(event, "T", TEN, ELEVEN), endless))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("found \"x1\"");
  }
}

package calendar.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.EtagMismatchException;
import calendar.error.InvalidArgumentException;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates: the fields that they change, and the update mask. */
class CalendarUpdateTest extends OnCalendar {

  private EventDraft change(Event event, String title, Instant start, Instant end) {
    return draft(owner, event.id().toString(), title, "", start, end);
  }

  @Test
  void updateWithoutMaskReplacesAllFields() {
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
  void maskLimitsChangeAndValidation() {
    Event event = create(draft(owner, "", "Tea", "Green", TEN, ELEVEN, Duration.ofHours(1)));

    Event updated = calendar.update(change(event, "Coffee", null, null), List.of("title"));

    assertThat(updated.title()).isEqualTo("Coffee");
    assertThat(updated.description()).isEqualTo("Green");
    assertThat(updated.interval()).isEqualTo(event.interval());
    assertThat(updated.reminders()).isEqualTo(event.reminders());
  }

  @Test
  void rejectsFieldThatContradictsStoredOne() {
    Event event = create(valid());

    assertThat(
            violatedFields(
                () -> calendar.update(change(event, "", null, TEN), List.of("end_time"))))
        .containsExactly("event.end_time");
    assertThat(calendar.get(owner, event.id().toString()).join()).isEqualTo(event);
  }

  @Test
  void namesAllInvalidFieldsAtOnce() {
    assertThat(
            violatedFields(() -> calendar.update(draft("", "x", "", "\0", TEN, TEN), List.of("*"))))
        .containsExactly(
            "event.owner_id", "event.id", "event.title", "event.description", "event.end_time");
  }

  /** Validation comes before the look-up of the event. */
  @Test
  void rejectsInvalidFieldOfUnknownEvent() {
    EventDraft untitled = draft(owner, UUID.randomUUID().toString(), "", "", TEN, ELEVEN);

    assertThat(violatedFields(() -> calendar.update(untitled, List.of("title"))))
        .containsExactly("event.title");
  }

  @Test
  void changesEventWithCurrentEtag() {
    Event event = create(valid());

    Event changed = calendar.update(withEtag(event, event.etag()), List.of());

    assertThat(get(event)).isEqualTo(changed);
    assertThat(changed.title()).isEqualTo("Coffee");
    assertThat(changed.etag()).isNotEqualTo(event.etag());
  }

  @Test
  void rejectsUpdateWithOldEtag() {
    Event event = create(valid());
    Event changed = calendar.update(withEtag(event, event.etag()), List.of());

    assertThatThrownBy(() -> calendar.update(withEtag(event, event.etag()), List.of()))
        .isInstanceOf(EtagMismatchException.class);
    assertThat(get(event)).isEqualTo(changed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"id", "owner_id", "etag", "reminders", "create_time", "Title", "x", ""})
  void rejectsUnknownOrReadOnlyMaskPath(String path) {
    Event event = create(valid());

    assertThat(
            violatedFields(
                () -> calendar.update(change(event, "T", TEN, ELEVEN), List.of("title", path))))
        .containsExactly("update_mask");
  }

  @Test
  void errorQuotesOnlyStartOfMaskPath() {
    Event event = create(valid());
    List<String> paths = Collections.nCopies(2, "x".repeat(100_000));

    assertThatThrownBy(() -> calendar.update(change(event, "T", TEN, ELEVEN), paths))
        .message()
        .hasSizeLessThan(300);
  }

  @Test
  void stopsAtFirstUnknownMaskPath() {
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

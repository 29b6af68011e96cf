package calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.Violations;
import calendar.event.field.Interval;
import calendar.page.Page;
import calendar.page.PageBudget;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The events on a page of a list. */
class CalendarListTest extends OnCalendar {

  @Test
  void limitsPageToAThousandEvents() {
    for (int i = 0; i < 1_002; i++) {
      create(draft(owner, "", "T", "", TEN.plusSeconds(i), TEN.plusSeconds(i + 1)));
    }
    Interval all = new Interval(TEN, TEN.plusSeconds(2_000));

    assertThat(list(all, 0, Optional.empty()).entries()).hasSize(100);
    assertThat(list(all, 1, Optional.empty()).entries()).hasSize(1);
    Page<Event, EventPosition> largest = list(all, Integer.MAX_VALUE, Optional.empty());
    assertThat(largest.entries()).hasSize(1_000);
    Page<Event, EventPosition> rest = list(all, 2, largest.next());
    assertThat(rest.entries()).hasSize(2);
    assertThat(rest.next()).isEmpty();
  }

  /** 131 events with texts of 40,001 bytes fit into 5 MiB. */
  @ParameterizedTest
  @CsvSource({"131, 131, 0", "132, 131, 1", "290, 131, 131"})
  void endsPageBeforeTextsExceedLimit(int events, int first, int second) {
    String description = "\ud83c\udf89".repeat(10_000);
    for (int i = 0; i < events; i++) {
      create(draft(owner, "", "T", description, TEN.plusSeconds(i), TEN.plusSeconds(i + 1)));
    }
    Interval all = new Interval(TEN, TEN.plusSeconds(2_000));

    Page<Event, EventPosition> page = list(all, 1_000, Optional.empty());

    assertThat(page.entries()).hasSize(first);
    assertThat(page.next().isPresent()).isEqualTo(second > 0);
    if (second > 0) {
      Page<Event, EventPosition> rest = list(all, 1_000, page.next());
      assertThat(rest.entries()).hasSize(second);
      assertThat(rest.entries().get(0).startTime()).isEqualTo(TEN.plusSeconds(first));
      assertThat(rest.next().isPresent()).isEqualTo(first + second < events);
    }
  }

  /** 131 events of 40,001 bytes and one of 2,749. */
  @Test
  void fillsPageWithExactlyFiveMebibytes() {
    for (int i = 0; i < 131; i++) {
      create(draft(owner, "", "T", "\ud83c\udf89".repeat(10_000), second(i), second(i + 1)));
    }
    create(draft(owner, "", "Rest.", "\ud83c\udf89".repeat(686), second(131), second(132)));
    Interval all = new Interval(TEN, second(2_000));

    Page<Event, EventPosition> full = list(all, 1_000, Optional.empty());
    assertThat(full.entries()).hasSize(132);
    assertThat(EventTexts.bytes(full.entries())).isEqualTo(EventTexts.LARGEST_LIST_BYTES);
    assertThat(full.next()).isEmpty();

    create(draft(owner, "", "T", "", second(132), second(133)));
    Page<Event, EventPosition> first = list(all, 1_000, Optional.empty());
    assertThat(first.entries()).isEqualTo(full.entries());
    assertThat(list(all, 1_000, first.next()).entries()).hasSize(1);
  }

  private static Instant second(int number) {
    return TEN.plusSeconds(number);
  }

  @Test
  void findsNothingInEmptyInterval() {
    create(valid());

    assertThat(list(new Interval(TEN.plusSeconds(1), TEN.plusSeconds(1)), 0, Optional.empty()))
        .isEqualTo(new Page<>(List.of(), Optional.empty()));
  }

  private Page<Event, EventPosition> list(
      Interval interval, int size, Optional<EventPosition> after) {
    return calendar
        .list(owner, interval, size, after, PageBudget.unlimited(), new Violations())
        .join();
  }

  @Test
  void rejectsBadFields() {
    assertThat(
            violatedFields(
                () -> {
                  Violations violations = new Violations();
                  Interval backwards = Interval.checked(ELEVEN, TEN, violations);
                  calendar.list(
                      "", backwards, -1, Optional.empty(), PageBudget.unlimited(), violations);
                }))
        .containsExactly("end_time", "owner_id", "page_size");
  }
}

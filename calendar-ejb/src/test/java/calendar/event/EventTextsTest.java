package calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.field.IcalDraft;
import calendar.event.field.TimesDraft;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventTextsTest {
  private static final String LONGEST_CHARACTER = "\ud83c\udf89";

  /** A storage does not measure the texts of a list that always fits. */
  @Test
  void largestTextsAlwaysFit() {
    EventDraft draft =
        new EventDraft(
            "me",
            "",
            LONGEST_CHARACTER.repeat(EventRules.TITLE_CHARACTERS),
            LONGEST_CHARACTER.repeat(EventRules.DESCRIPTION_CHARACTERS),
            LONGEST_CHARACTER.repeat(EventRules.LOCATION_CHARACTERS),
            null,
            TimesDraft.timed(OnCalendar.TEN, OnCalendar.ELEVEN),
            List.of(),
            "",
            IcalDraft.NONE);
    Event longest = Event.book(draft, UUID.randomUUID(), Drafts.NOW);
    int most = (int) (EventTexts.LARGEST_LIST_BYTES / EventTexts.bytes(List.of(longest)));

    assertThat(EventTexts.alwaysFit(most)).isTrue();
    assertThat(EventTexts.alwaysFit(most + 1)).isFalse();
  }
}

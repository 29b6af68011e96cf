package calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.event.field.Availability;
import calendar.event.field.IcalDraft;
import calendar.event.field.TimesDraft;
import calendar.event.memory.MemoryEventStorage;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Location, availability and zone, which the clients of the first version do not know. */
class NewerFieldsTest extends OnAllDayEvents {
  @Test
  void timedEventKeepsItsZone() {
    Event event = create(draft(new TimesDraft(TEN, ELEVEN, null, null, BRUSSELS)));

    assertThat(get(event).times().timeZone()).isEqualTo(BRUSSELS);
    assertThat(
            violatedFields(
                () -> create(draft(new TimesDraft(TEN, ELEVEN, null, null, "Europe/Atlantis")))))
        .containsExactly("event.time_zone");
  }

  @Test
  void oldClientKeepsFieldsThatItDoesNotKnow() {
    EventDraft full =
        new EventDraft(
            owner,
            "",
            "Tea",
            "",
            "Room 1",
            Availability.FREE,
            new TimesDraft(TEN, ELEVEN, null, null, BRUSSELS),
            List.of(),
            "",
            IcalDraft.NONE);
    Event event = create(full);

    Event updated =
        calendar.update(draft(owner, event.id().toString(), "Coffee", "", TEN, ELEVEN), List.of());
    assertThat(updated.location()).isEqualTo("Room 1");
    assertThat(updated.availability()).isEqualTo(Availability.FREE);
    assertThat(updated.times().timeZone()).isEqualTo(BRUSSELS);

    Event replaced =
        calendar.update(
            draft(owner, event.id().toString(), "Coffee", "", TEN, ELEVEN), List.of("*"));
    assertThat(replaced.location()).isEmpty();
    assertThat(replaced.availability()).isEqualTo(Availability.BUSY);
    assertThat(replaced.times().timeZone()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1000, true", "1001, false"})
  void limitsLocation(int characters, boolean valid) {
    EventDraft draft = located("🎉".repeat(characters));

    assertThat(valid ? create(draft).location() : violatedFields(() -> create(draft)).get(0))
        .isEqualTo(valid ? draft.location() : "event.location");
  }

  @Test
  void rejectsNulInLocation() {
    assertThat(violatedFields(() -> create(located("a\0b")))).containsExactly("event.location");
  }

  @Test
  void rejectsFreeEventsWhileSwitchedOff() {
    Calendar busyOnly = new Calendar(new MemoryEventStorage(), Clock.systemUTC(), false);
    EventDraft free = Drafts.available(valid(), Availability.FREE);

    assertThat(violatedFields(() -> busyOnly.create(free, "")))
        .containsExactly("event.availability");
    Event busy = busyOnly.create(valid(), "").join().event();
    EventDraft change = Drafts.available(withEtag(busy, ""), Availability.FREE);
    assertThat(violatedFields(() -> busyOnly.update(change, List.of("availability"))))
        .containsExactly("event.availability");
    assertThat(busyOnly.update(change, List.of("title")).isBusy()).isTrue();
  }

  private EventDraft located(String location) {
    return new EventDraft(
        owner,
        "",
        "Tea",
        "",
        location,
        null,
        TimesDraft.timed(TEN, ELEVEN),
        List.of(),
        "",
        IcalDraft.NONE);
  }
}

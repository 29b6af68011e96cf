package calendar.event;

import static calendar.event.Drafts.NOW;
import static calendar.event.Drafts.event;
import static calendar.event.Drafts.imported;
import static calendar.event.Drafts.moved;
import static calendar.event.Drafts.newOwner;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.error.EtagMismatchException;
import calendar.error.IcalUidExistsException;
import calendar.error.TimeConflictException;
import calendar.event.field.ComponentId;
import calendar.event.field.IcalDraft;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How each {@link EventStorage} keeps imported events: at most one for each component. */
public abstract class ImportedEventsContract extends OnEventStorage {
  private static final String UID = "040000008200E00074C5B7101A82E008";

  @Test
  void keepsSourceOfEvent() {
    String everyPlane = "Grüße, Сергей 日本語 🎉 \"'\\%_$1 \u0001\t\n";
    Event full = create(imported(event(owner, TEN, ELEVEN, QUARTER), everyPlane, everyPlane, 7));
    Event bare =
        create(
            event(owner, ELEVEN, NOON, QUARTER, Duration.ZERO)
                .importedFrom(new IcalDraft(UID, "", Integer.MAX_VALUE, null)));

    assertThat(full.source().orElseThrow().importedVersion()).isEqualTo(1);
    assertThat(get(full.id())).isEqualTo(full);
    assertThat(get(bare.id())).isEqualTo(bare);
    assertThat(list(NINE, NOON)).containsExactly(full, bare);
  }

  @Test
  void rejectsSecondEventOfComponent() {
    Event first = create(imported(event(owner, TEN, ELEVEN), UID, "", 0));

    assertRejected(first, () -> create(imported(event(owner, NINE, TEN), UID, "", 1)));

    create(imported(event(owner, NINE, TEN), UID, "20261201T100000Z", 0));
    create(imported(event(owner, ELEVEN, NOON), UID.toLowerCase(Locale.ROOT), "", 0));
    create(imported(event(newOwner(), TEN, ELEVEN), UID, "", 0));
    assertThat(list(NINE, NOON)).hasSize(3);
  }

  @Test
  void repeatedRequestWinsOverComponentConflict() {
    UUID requestId = UUID.randomUUID();
    Event first = create(imported(event(owner, TEN, ELEVEN), UID, "", 0), requestId).event();

    CreatedEvent repeat = create(imported(event(owner, NINE, TEN), UID, "", 0), requestId);

    assertThat(repeat).isEqualTo(new CreatedEvent(first, true));
  }

  @Test
  void componentConflictWinsOverTimeConflict() {
    Event first = create(imported(event(owner, TEN, ELEVEN), UID, "", 0));
    create(event(owner, NINE, TEN));

    assertRejected(first, () -> create(imported(event(owner, NINE, TEN), UID, "", 0)));
    assertThatThrownBy(() -> create(imported(event(owner, NINE, TEN), UID, "other", 0)))
        .isInstanceOf(TimeConflictException.class);
  }

  @Test
  void knowsChangesSinceImport() {
    Event event = create(imported(event(owner, TEN, ELEVEN), UID, "", 0));
    assertThat(event.changedSinceImport()).isFalse();

    Event moved = update(event, e -> moved(e, NINE, TEN));
    assertThat(moved.changedSinceImport()).isTrue();
    assertThat(moved.source()).isEqualTo(event.source());
    assertThat(get(event.id())).isEqualTo(moved);

    Event again = update(event, e -> imported(moved(e, TEN, ELEVEN), UID, "1", 2));
    assertThat(again.changedSinceImport()).isFalse();
    assertThat(get(event.id())).isEqualTo(again);
    assertThat(find(UID)).containsExactly(new FoundComponent.Imported(again));

    Event removed = update(event, e -> e.change(plain(), NOW).importedFrom(IcalDraft.NONE));
    assertThat(removed.changedSinceImport()).isFalse();
    assertThat(get(event.id())).isEqualTo(removed);
    assertThat(find(UID)).isEmpty();
  }

  private EventDraft plain() {
    return Drafts.draft(owner, TEN, ELEVEN);
  }

  @Test
  void rejectsUpdateIntoTakenComponent() {
    Event first = create(imported(event(owner, TEN, ELEVEN), UID, "", 0));
    Event other = create(event(owner, ELEVEN, NOON));

    assertRejected(first, () -> update(other, e -> imported(moved(e, NINE, TEN), UID, "", 9)));
    assertRejected(first, () -> update(other, e -> imported(moved(e, TEN, NOON), UID, "", 9)));
    assertThat(get(other.id())).isEqualTo(other);
    update(first, e -> imported(moved(e, NINE, TEN), UID, "", 9));
  }

  @Test
  void findsDeletedComponents() {
    Event event = create(imported(event(owner, TEN, ELEVEN, QUARTER), UID, "r", 3));
    Event plain = create(event(owner, ELEVEN, NOON));

    storage().delete(owner, event.id(), Optional.empty(), NOW);
    storage().delete(owner, plain.id(), Optional.empty(), NOW);

    assertThat(find(UID)).containsExactly(deleted(UID, "r", 3));
    assertThat(find("")).isEmpty();
  }

  @Test
  void omitsDeletedComponentsThatExistAgain() {
    Event event = create(imported(event(owner, TEN, ELEVEN), UID, "", 3));
    storage().delete(owner, event.id(), Optional.empty(), NOW.minusSeconds(9));

    Event again = create(imported(event(owner, TEN, ELEVEN), UID, "", 4));
    assertThat(find(UID)).containsExactly(new FoundComponent.Imported(again));

    storage().delete(owner, again.id(), Optional.empty(), NOW);
    assertThat(find(UID)).containsExactly(deleted(UID, "", 4));
  }

  @Test
  void rejectedDeleteLeavesNoDeletedComponent() {
    Event event = create(imported(event(owner, TEN, ELEVEN), UID, "", 0));

    assertThatThrownBy(() -> storage().delete(owner, event.id(), Optional.of("0"), NOW))
        .isInstanceOf(EtagMismatchException.class);

    assertThat(find(UID)).containsExactly(new FoundComponent.Imported(event));
  }

  @Test
  void pagesAreOrderedByBytes() {
    List<ComponentId> ids =
        List.of(
            new ComponentId("A", ""),
            new ComponentId("A", "1"),
            new ComponentId("A", "1\u0001"),
            new ComponentId("A", "10"),
            new ComponentId("a", ""),
            new ComponentId("\uffe6", ""),
            new ComponentId("\uffe6", "\ud83c\udf89"),
            new ComponentId("\ud83c\udf89", "\uffe6"));
    for (int i = ids.size() - 1; i >= 0; i--) {
      ComponentId id = ids.get(i);
      Event event =
          event(owner, TEN.plusSeconds(i), TEN.plusSeconds(i + 1), QUARTER, Duration.ZERO);
      create(imported(event, id.uid(), id.recurrenceId(), i));
      if (i % 3 == 0) {
        storage().delete(owner, event.id(), Optional.empty(), NOW);
      }
    }
    create(imported(event(owner, NINE, TEN), "B", "", 0));
    create(imported(event(newOwner(), NINE, TEN), "A", "", 0));
    List<String> uids = List.of("\ud83c\udf89", "a", "A", "\uffe6", "A", "none");

    assertThat(storage().find(owner, uids, Optional.empty(), 100))
        .extracting(FoundComponent::id)
        .isEqualTo(ids);
    for (int size = 1; size < ids.size(); size++) {
      for (int from = 0; from < ids.size(); from++) {
        Optional<ComponentId> after = Optional.of(ids.get(from));
        assertThat(storage().find(owner, uids, after, size))
            .extracting(FoundComponent::id)
            .isEqualTo(ids.subList(from + 1, Math.min(from + 1 + size, ids.size())));
      }
    }
  }

  @Test
  void searchEndsWhenTextsExceedLimit() {
    String longest = "\ud83c\udf89".repeat(EventRules.DESCRIPTION_CHARACTERS);
    for (int i = 0; i < 150; i++) {
      Event event = Drafts.described(owner, TEN.plusSeconds(i), TEN.plusSeconds(i + 1), longest);
      create(imported(event, UID, "%03d".formatted(i), 0));
    }

    List<FoundComponent> first = find(UID);
    Optional<ComponentId> end = Optional.of(first.get(first.size() - 1).id());
    List<FoundComponent> rest = storage().find(owner, List.of(UID), end, 1_000);

    List<FoundComponent> before = first.subList(0, first.size() - 1);
    assertThat(EventTexts.bytes(events(first))).isGreaterThan(EventTexts.LARGEST_LIST_BYTES);
    assertThat(EventTexts.bytes(events(before))).isLessThanOrEqualTo(EventTexts.LARGEST_LIST_BYTES);
    assertThat(first.size() + rest.size()).isEqualTo(150);
  }

  private static List<Event> events(List<FoundComponent> found) {
    return found.stream().map(entry -> ((FoundComponent.Imported) entry).event()).toList();
  }

  private List<FoundComponent> find(String uid) {
    return storage().find(owner, List.of(uid), Optional.empty(), 1_000);
  }

  private Event update(Event event, UnaryOperator<Event> change) {
    return storage().update(owner, event.id(), Optional.empty(), change);
  }

  private static DeletedComponent deleted(String uid, String recurrenceId, int sequence) {
    return new DeletedComponent(new ComponentId(uid, recurrenceId), sequence, NOW);
  }

  private static void assertRejected(Event existing, Runnable call) {
    IcalUidExistsException refusal = catchThrowableOfType(IcalUidExistsException.class, call::run);
    assertThat(refusal).as("the call must be refused").isNotNull();
    assertThat(refusal.existingId()).isEqualTo(existing.id());
  }
}

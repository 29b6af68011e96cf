package calendar.event;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.error.Violations;
import calendar.event.field.ComponentId;
import calendar.event.field.IcalDraft;
import calendar.event.field.IcalSource;
import calendar.event.field.TimeRules;
import calendar.page.Page;
import calendar.page.PageBudget;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The source of an imported event: its rules, and how updates change it. */
class CalendarImportTest extends OnCalendar {
  private static final Instant MODIFIED = Instant.parse("2026-11-01T10:00:00Z");
  private static final IcalDraft FULL = new IcalDraft("uid", "20261201", 3, MODIFIED);

  private EventDraft draft(String id, IcalDraft ical) {
    return Drafts.withSource(
        new EventDraft(owner, id, "Tea", "", TEN, ELEVEN, List.of(), ""), ical);
  }

  private Event imported() {
    return create(draft("", FULL));
  }

  private Event update(Event event, IcalDraft ical, String... mask) {
    return calendar.update(draft(event.id().toString(), ical), List.of(mask));
  }

  private static IcalDraft ical(Event event) {
    IcalSource source = event.source().orElseThrow();
    return new IcalDraft(
        source.component().uid(),
        source.component().recurrenceId(),
        source.sequence(),
        source.modifiedTime().orElse(null));
  }

  static Stream<Arguments> badSources() {
    String longText = "🎉".repeat(256);
    Instant year10000 = Instant.parse("+10000-01-01T00:00:00Z");
    return Stream.of(
        Arguments.of("event.ical_uid", new IcalDraft(longText, "", 0, null)),
        Arguments.of("event.ical_uid", new IcalDraft("u\0", "", 0, null)),
        Arguments.of("event.ical_recurrence_id", new IcalDraft("u", longText, 0, null)),
        Arguments.of("event.ical_recurrence_id", new IcalDraft("u", "\0", 0, null)),
        Arguments.of("event.ical_recurrence_id", new IcalDraft("", "1", 0, null)),
        Arguments.of("event.ical_sequence", new IcalDraft("u", "", -1, null)),
        Arguments.of("event.ical_sequence", new IcalDraft("", "", 1, null)),
        Arguments.of("event.ical_modified_time", new IcalDraft("u", "", 0, year10000)),
        Arguments.of("event.ical_modified_time", new IcalDraft("u", "", 0, Instant.MAX)),
        Arguments.of("event.ical_modified_time", new IcalDraft("", "", 0, MODIFIED)));
  }

  @ParameterizedTest
  @MethodSource("badSources")
  void rejectsInvalidSource(String field, IcalDraft ical) {
    Event event = create(valid());

    assertThat(violatedFields(() -> create(draft("", ical)))).containsExactly(field);
    assertThat(violatedFields(() -> update(event, ical, "*"))).containsExactly(field);
    assertThat(violatedFields(() -> update(event, ical))).containsExactly(field);
  }

  @Test
  void acceptsLargestAllowedValues() {
    IcalDraft largest =
        new IcalDraft("🎉".repeat(255), "🎉".repeat(255), Integer.MAX_VALUE, TimeRules.LAST_TIME);

    assertThat(ical(create(draft("", largest)))).isEqualTo(largest);
  }

  @Test
  void truncatesModifiedTimeToMicroseconds() {
    IcalDraft fine = new IcalDraft("uid", "", 0, MODIFIED.plusNanos(1_999));

    assertThat(ical(create(draft("", fine))).modifiedTime()).isEqualTo(MODIFIED.plusNanos(1_000));
  }

  @Test
  void oldClientsNeverClearSource() {
    Event event = imported();

    Event updated = update(event, IcalDraft.NONE);

    assertThat(updated.source()).isEqualTo(event.source());
    assertThat(updated.changedSinceImport()).isTrue();
  }

  @Test
  void updateWithoutMaskReplacesSetFields() {
    Event event = imported();

    Event updated = update(event, new IcalDraft("", "", 4, null));

    assertThat(ical(updated)).isEqualTo(new IcalDraft("uid", "20261201", 4, MODIFIED));
    assertThat(updated.changedSinceImport()).isFalse();
  }

  @Test
  void maskReplacesNamedFieldsOfSource() {
    Event event = imported();
    IcalDraft other = new IcalDraft("other", "", 4, null);

    assertThat(ical(update(event, other, "ical_uid")))
        .isEqualTo(new IcalDraft("other", "20261201", 3, MODIFIED));
    assertThat(ical(update(event, other, "ical_recurrence_id", "ical_modified_time")))
        .isEqualTo(new IcalDraft("other", "", 3, null));
    assertThat(ical(update(event, other, "ical_sequence")))
        .isEqualTo(new IcalDraft("other", "", 4, null));
    Event renamed = update(event, FULL, "title");
    assertThat(ical(renamed)).isEqualTo(new IcalDraft("other", "", 4, null));
    assertThat(renamed.changedSinceImport()).isTrue();
    assertThat(update(event, other, "title", "ical_sequence").changedSinceImport()).isFalse();
  }

  @Test
  void clearingUidRemovesSource() {
    Event event = imported();
    assertThat(update(event, IcalDraft.NONE, "ical_uid").source()).isEmpty();
    assertThat(ical(update(event, FULL))).isEqualTo(FULL);
    assertThat(update(event, IcalDraft.NONE, "*").source()).isEmpty();
    assertThat(ical(update(event, FULL))).isEqualTo(FULL);
    assertThat(violatedFields(() -> update(event, rest(), "ical_uid", "ical_sequence")))
        .containsExactly("event.ical_sequence");
    assertThat(update(event, rest(), "ical_uid").changedSinceImport()).isFalse();
  }

  private static IcalDraft rest() {
    return new IcalDraft("", "", 3, null);
  }

  @Test
  void rejectsSequenceWithoutUid() {
    Event event = create(valid());

    assertThat(violatedFields(() -> update(event, FULL, "ical_sequence")))
        .containsExactly("event.ical_sequence");
  }

  @Test
  void refusesBadSearch() {
    assertThat(
            violatedFields(
                () -> {
                  Violations violations = new Violations();
                  violations.require(false, "page_token", "must be ours");
                  calendar.find(
                      "",
                      Collections.nCopies(501, "u"),
                      Optional.empty(),
                      PageBudget.unlimited(),
                      violations);
                }))
        .containsExactly("page_token", "owner_id", "ical_uids");
  }

  @Test
  void aSearchHasUpToFiveHundredUids() {
    assertThat(find(Collections.nCopies(500, "u"), Optional.empty()).entries()).isEmpty();
    assertThat(violatedFields(() -> find(List.of(), Optional.empty())))
        .containsExactly("ical_uids");
  }

  @Test
  void namesOnlyTheFirstBadUid() {
    List<String> uids = List.of("u", "u".repeat(255), "", "u".repeat(256), "\0");

    assertThat(violatedFields(() -> find(uids, Optional.empty()))).containsExactly("ical_uids[2]");
  }

  @Test
  void limitsSearchPageToAThousandEntries() {
    for (int i = 0; i < 1_000; i++) {
      createComponent(i, "");
    }
    Page<FoundComponent, ComponentId> full = find(List.of("uid"), Optional.empty());
    assertThat(full.entries()).hasSize(1_000);
    assertThat(full.next()).isEmpty();

    createComponent(1_000, "");
    Page<FoundComponent, ComponentId> first = find(List.of("uid"), Optional.empty());
    Page<FoundComponent, ComponentId> rest = find(List.of("uid"), first.next());

    assertThat(first).isEqualTo(new Page<>(full.entries(), Optional.of(component(999))));
    assertThat(rest.entries()).extracting(FoundComponent::id).containsExactly(component(1_000));
    assertThat(rest.next()).isEmpty();
  }

  /** 131 events with texts of 40,001 bytes fit into 5 MiB. A deleted component has no texts. */
  @Test
  void endsSearchPageBeforeTextsExceedLimit() {
    for (int i = 0; i < 133; i++) {
      createComponent(i, "🎉".repeat(10_000));
    }
    delete(find(List.of("uid"), Optional.empty()).entries().get(0));

    Page<FoundComponent, ComponentId> first = find(List.of("uid"), Optional.empty());
    Page<FoundComponent, ComponentId> rest = find(List.of("uid"), first.next());

    assertThat(first.entries()).hasSize(132);
    assertThat(first.entries().get(0))
        .isEqualTo(new DeletedComponent(component(0), 0, micros(NOW)));
    assertThat(rest.entries()).extracting(FoundComponent::id).containsExactly(component(132));
    assertThat(rest.next()).isEmpty();
  }

  private void createComponent(int number, String description) {
    ComponentId id = component(number);
    IcalDraft ical = new IcalDraft(id.uid(), id.recurrenceId(), 0, null);
    Instant start = TEN.plusSeconds(number);
    create(
        Drafts.withSource(draft(owner, "", "T", description, start, start.plusSeconds(1)), ical));
  }

  private static ComponentId component(int number) {
    return new ComponentId("uid", "%04d".formatted(number));
  }

  private void delete(FoundComponent found) {
    Event event = ((FoundComponent.Imported) found).event();
    calendar.delete(owner, event.id().toString(), "");
  }

  private static Instant micros(Instant time) {
    return time.truncatedTo(ChronoUnit.MICROS);
  }

  private Page<FoundComponent, ComponentId> find(List<String> uids, Optional<ComponentId> after) {
    return calendar.find(owner, uids, after, PageBudget.unlimited(), new Violations());
  }
}

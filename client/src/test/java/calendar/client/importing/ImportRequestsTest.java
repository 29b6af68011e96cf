package calendar.client.importing;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.EventBuilder;
import calendar.client.ics.event.IcsEvent;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.Decision.Change;
import calendar.client.importing.decision.EventComparison;
import calendar.client.importing.decision.StoredIdentity;
import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ImportRequestsTest {
  private static final List<String> VERSION =
      List.of("ical_uid", "ical_recurrence_id", "ical_sequence", "ical_modified_time");
  private static final List<String> CONTENT =
      and(
          VERSION,
          "title",
          "description",
          "remind_before",
          "location",
          "time_zone",
          "availability");

  private static final IcsEvent EVENT =
      EventBuilder.event(
              new ComponentIdentity(
                  "7@x", "", 2, Optional.of(Instant.parse("2026-11-01T00:00:00Z"))))
          .title("Stand-up")
          .description("Be brief.")
          .location("Room 1")
          .at(Instant.parse("2026-12-01T09:00:00Z"), Instant.parse("2026-12-01T09:15:00Z"))
          .timeZone("Europe/Brussels")
          .remindBefore(Duration.ofDays(1), Duration.ofMinutes(10))
          .build();

  private static final IcsEvent ALL_DAY =
      EventBuilder.event("8@x")
          .on(LocalDate.of(2026, 12, 1), LocalDate.of(2026, 12, 3), "Europe/Brussels")
          .free()
          .build();

  @Test
  void buildsCreateRequestFromEvent() throws Exception {
    CreateEventRequest request = ImportRequests.create(candidate(EVENT));

    assertThat(request.getEvent().getOwnerId()).isEqualTo("anna");
    assertThat(request.getEvent().getTitle()).isEqualTo("Stand-up");
    assertThat(request.getEvent().getDescription()).isEqualTo("Be brief.");
    assertThat(request.getEvent().getStartTime())
        .isEqualTo(Timestamps.parse("2026-12-01T09:00:00Z"));
    assertThat(request.getEvent().getEndTime()).isEqualTo(Timestamps.parse("2026-12-01T09:15:00Z"));
    assertThat(request.getEvent().getRemindBeforeList())
        .containsExactly(Durations.fromDays(1), Durations.fromMinutes(10));
    assertThat(request.getEvent().getLocation()).isEqualTo("Room 1");
    assertThat(request.getEvent().getAvailability()).isEqualTo(Availability.AVAILABILITY_BUSY);
    assertThat(request.getEvent().getTimeZone()).isEqualTo("Europe/Brussels");
    assertThat(request.getEvent().hasStartDate()).isFalse();
    assertThat(request.getEvent().getIcalUid()).isEqualTo("7@x");
    assertThat(request.getEvent().getIcalSequence()).isEqualTo(2);
    assertThat(request.getEvent().getIcalModifiedTime())
        .isEqualTo(Timestamps.parse("2026-11-01T00:00:00Z"));
    assertThat(request.getEvent().getId()).isEmpty();
    assertThat(EventComparison.isSame(EVENT, request.getEvent())).isTrue();
  }

  /** The calendar computes the times of an all-day event. */
  @Test
  void sendsOnlyDatesOfAllDayEvent() {
    Event sent = ImportRequests.create(candidate(ALL_DAY)).getEvent();

    assertThat(sent.getStartDate()).isEqualTo(ProtoTimes.date(LocalDate.of(2026, 12, 1)));
    assertThat(sent.getEndDate()).isEqualTo(ProtoTimes.date(LocalDate.of(2026, 12, 3)));
    assertThat(sent.getTimeZone()).isEqualTo("Europe/Brussels");
    assertThat(sent.getAvailability()).isEqualTo(Availability.AVAILABILITY_FREE);
    assertThat(sent.hasStartTime()).isFalse();
    assertThat(sent.hasEndTime()).isFalse();
    assertThat(EventComparison.isSame(ALL_DAY, sent)).isTrue();
  }

  @Test
  void namesOnlyChangedFields() {
    Event timed = ImportRequests.create(candidate(EVENT)).getEvent();
    Event allDay = ImportRequests.create(candidate(ALL_DAY)).getEvent();

    assertThat(mask(EVENT, timed, Change.VERSION)).containsExactlyElementsOf(VERSION);
    assertThat(mask(EVENT, timed, Change.NEW_FIELDS))
        .containsExactlyElementsOf(and(VERSION, "location", "time_zone"));
    assertThat(mask(EVENT, timed, Change.CONTENT))
        .containsExactlyElementsOf(and(CONTENT, "start_time", "end_time"));
    assertThat(mask(ALL_DAY, allDay, Change.CONTENT))
        .containsExactlyElementsOf(and(CONTENT, "start_date", "end_date"));
  }

  @Test
  void namesTimesAndDatesWhenKindChanges() {
    Event timed = ImportRequests.create(candidate(EVENT)).getEvent();
    Event allDay = ImportRequests.create(candidate(ALL_DAY)).getEvent();
    List<String> all = and(CONTENT, "start_time", "end_time", "start_date", "end_date");

    assertThat(mask(EVENT, allDay, Change.CONTENT)).containsExactlyElementsOf(all);
    assertThat(mask(ALL_DAY, timed, Change.CONTENT)).containsExactlyElementsOf(all);
  }

  private static List<String> mask(IcsEvent event, Event stored, Change change) {
    return ImportRequests.update(candidate(event), stored, change).getUpdateMask().getPathsList();
  }

  private static List<String> and(List<String> some, String... more) {
    return Stream.concat(some.stream(), Stream.of(more)).toList();
  }

  private static Candidate candidate(IcsEvent event) {
    return new Candidate(event, "anna", event.identity(), List.of());
  }

  /** Importer version 0.1 used this id, so the id finds its events. */
  @Test
  void keepsRequestIdAcrossVersions() {
    assertThat(requestId("Janson", "6210@fosdem-2025", ""))
        .hasToString("dfc909bf-cecd-350c-8572-73f771d354d1");
  }

  @Test
  void usesOneRequestIdPerComponent() {
    assertThat(
            List.of(
                requestId("a", "b", ""),
                requestId("b", "a", ""),
                requestId("ab", "", ""),
                requestId("", "ab", ""),
                requestId("a", "b", "20261201T100000Z"),
                requestId("a", "b", "20261202T100000Z")))
        .doesNotHaveDuplicates();
  }

  @Test
  void comparesOccurrencesByInstant() {
    assertThat(requestId("a", "b", "TZID=Europe/Brussels:20261201T110000"))
        .isEqualTo(requestId("a", "b", "20261201T100000Z"));
  }

  private static UUID requestId(String owner, String uid, String recurrenceId) {
    return StoredIdentity.requestId(
        owner, new ComponentIdentity(uid, recurrenceId, 0, Optional.empty()));
  }
}

package calendar.client.importing;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.IcsEvent;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.EventComparison;
import calendar.client.importing.decision.StoredIdentity;
import calendar.v1.CreateEventRequest;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ImportRequestsTest {
  private static final IcsEvent EVENT =
      new IcsEvent(
          new ComponentIdentity("7@x", "", 2, Optional.of(Instant.parse("2026-11-01T00:00:00Z"))),
          12,
          "Stand-up",
          "Be brief.",
          Instant.parse("2026-12-01T09:00:00Z"),
          Instant.parse("2026-12-01T09:15:00Z"),
          List.of(Duration.ofDays(1), Duration.ofMinutes(10)),
          Optional.empty(),
          List.of());

  @Test
  void buildsCreateRequestFromEvent() throws Exception {
    CreateEventRequest request =
        ImportRequests.create(new Candidate(EVENT, "anna", EVENT.identity(), List.of()));

    assertThat(request.getEvent().getOwnerId()).isEqualTo("anna");
    assertThat(request.getEvent().getTitle()).isEqualTo("Stand-up");
    assertThat(request.getEvent().getDescription()).isEqualTo("Be brief.");
    assertThat(request.getEvent().getStartTime())
        .isEqualTo(Timestamps.parse("2026-12-01T09:00:00Z"));
    assertThat(request.getEvent().getEndTime()).isEqualTo(Timestamps.parse("2026-12-01T09:15:00Z"));
    assertThat(request.getEvent().getRemindBeforeList())
        .containsExactly(Durations.fromDays(1), Durations.fromMinutes(10));
    assertThat(request.getEvent().getIcalUid()).isEqualTo("7@x");
    assertThat(request.getEvent().getIcalSequence()).isEqualTo(2);
    assertThat(request.getEvent().getIcalModifiedTime())
        .isEqualTo(Timestamps.parse("2026-11-01T00:00:00Z"));
    assertThat(request.getEvent().getId()).isEmpty();
    assertThat(EventComparison.isSame(EVENT, request.getEvent())).isTrue();
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

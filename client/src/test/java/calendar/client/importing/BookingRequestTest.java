package calendar.client.importing;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.IcsEvent;
import calendar.v1.CreateEventRequest;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingRequestTest {
  @Test
  void booksWhatTheEventSays() throws Exception {
    IcsEvent event =
        new IcsEvent(
            "7@x",
            12,
            "Stand-up",
            "Be brief.",
            Instant.parse("2026-12-01T09:00:00Z"),
            Instant.parse("2026-12-01T09:15:00Z"),
            List.of(Duration.ofMinutes(10), Duration.ofDays(1)),
            false,
            Map.of());

    CreateEventRequest request = BookingRequest.of(event, "anna");

    assertThat(request.getEvent().getOwnerId()).isEqualTo("anna");
    assertThat(request.getEvent().getTitle()).isEqualTo("Stand-up");
    assertThat(request.getEvent().getDescription()).isEqualTo("Be brief.");
    assertThat(request.getEvent().getStartTime())
        .isEqualTo(Timestamps.parse("2026-12-01T09:00:00Z"));
    assertThat(request.getEvent().getEndTime()).isEqualTo(Timestamps.parse("2026-12-01T09:15:00Z"));
    assertThat(request.getEvent().getRemindBeforeList())
        .containsExactly(Durations.fromMinutes(10), Durations.fromDays(1));
    assertThat(request.getEvent().getId()).isEmpty();
  }

  @Test
  void makesTheSameRequestIdInEveryRunAndVersion() {
    assertThat(BookingRequest.requestId("Janson", "6210@fosdem-2025"))
        .hasToString("dfc909bf-cecd-350c-8572-73f771d354d1");
  }

  @Test
  void makesOneRequestIdForEachOwnerAndUid() {
    assertThat(
            List.of(
                BookingRequest.requestId("a", "b"),
                BookingRequest.requestId("b", "a"),
                BookingRequest.requestId("ab", ""),
                BookingRequest.requestId("", "ab")))
        .doesNotHaveDuplicates();
  }
}

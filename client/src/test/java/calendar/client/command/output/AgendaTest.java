package calendar.client.command.output;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgendaTest {
  @Test
  void groupsEventsByDayOfStart() {
    assertThat(
            printed(
                event("a", "Night shift", "2026-11-30T21:00:00Z", "2026-12-01T05:00:00Z"),
                event("b", "麺", "2026-12-01T11:00:00Z", "2026-12-01T11:00:30Z"),
                event("c", "x".repeat(70), "2026-12-02T11:00:00Z", "2026-12-02T12:00:00Z")))
        .isEqualTo(
            """
            Heading

            Mon 30 Nov 2026
              22:00 – Tue 1 Dec 2026 06:00  Night shift%1$s  a

            Tue 1 Dec 2026
              12:00 – 12:00:30              麺%2$s  b

            Wed 2 Dec 2026
              12:00 – 13:00                 %3$s…  c

            3 events
            """
                .formatted(" ".repeat(49), " ".repeat(59), "x".repeat(59)));
  }

  @Test
  void printsEmptyList() {
    assertThat(printed()).isEqualTo("Heading\n\n0 events\n");
  }

  private static String printed(Event... events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Agenda(new PrintStream(out, true, StandardCharsets.UTF_8), ZoneId.of("Europe/Brussels"))
        .print("Heading", List.of(events));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Event event(String id, String title, String start, String end) {
    return Event.newBuilder()
        .setId(id)
        .setTitle(title)
        .setStartTime(ProtoTimes.timestamp(Instant.parse(start)))
        .setEndTime(ProtoTimes.timestamp(Instant.parse(end)))
        .build();
  }
}

package calendar.client.command.output;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Reminder;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class EventBlockTest {
  private static final Event EVENT =
      Event.newBuilder()
          .setId("id-1")
          .setOwnerId("anna\u001b[2J")
          .setTitle("Stand\nup")
          .setDescription("Be brief.\n\nBring\ttea.\n")
          .setStartTime(time("2026-12-01T09:00:00Z"))
          .setEndTime(time("2026-12-01T09:15:00Z"))
          .setEtag("e7")
          .setCreateTime(time("2026-11-01T08:00:00Z"))
          .setUpdateTime(time("2026-11-02T08:00:05Z"))
          .build();

  @Test
  void hasALineForEachField() {
    Reminder delivered =
        Reminder.newBuilder()
            .setRemindBefore(Durations.fromDays(1))
            .setRemindTime(time("2026-11-30T09:00:00Z"))
            .setState(Reminder.State.STATE_DELIVERED)
            .setDeliverTime(time("2026-11-30T09:00:02Z"))
            .build();
    Reminder scheduled =
        Reminder.newBuilder()
            .setRemindBefore(Durations.fromMinutes(10))
            .setRemindTime(time("2026-12-01T08:50:00Z"))
            .setState(Reminder.State.STATE_SCHEDULED)
            .build();

    assertThat(printed(EVENT.toBuilder().addReminders(delivered).addReminders(scheduled).build()))
        .isEqualTo(
            """
            Title        Stand up
            When         Tue 1 Dec 2026 10:00 – 10:15, Europe/Brussels
            Owner        anna\\u001b[2J
            Description  Be brief.

                         Bring tea.
            Reminders    1d before, Mon 30 Nov 2026 10:00, delivered Mon 30 Nov 2026 10:00:02
                         10m before, Tue 1 Dec 2026 09:50, scheduled
            Id           id-1
            Etag         e7
            Created      Sun 1 Nov 2026 09:00
            Changed      Mon 2 Nov 2026 09:00:05
            """);
  }

  @Test
  void omitsMissingFields() {
    assertThat(printed(EVENT.toBuilder().clearDescription().build()))
        .doesNotContain("Description", "Reminders");
  }

  private static String printed(Event event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EventBlock(new PrintStream(out, true, StandardCharsets.UTF_8), ZoneId.of("Europe/Brussels"))
        .print(event);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Timestamp time(String text) {
    return ProtoTimes.timestamp(Instant.parse(text));
  }
}

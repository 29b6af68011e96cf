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
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

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

  @Test
  void showsPlaceZoneAndAvailability() {
    Event event =
        EVENT.toBuilder()
            .setTimeZone("America/New_York")
            .setLocation("Room 5,\nHall\u001b[2J")
            .setAvailability(Event.Availability.AVAILABILITY_FREE)
            .build();

    assertThat(printed(event))
        .startsWith(
            """
            Title        Stand up
            When         Tue 1 Dec 2026 10:00 – 10:15, Europe/Brussels
            Time zone    America/New_York
            Location     Room 5, Hall\\u001b[2J
            Availability free
            Owner        anna\\u001b[2J
            """);
  }

  @ParameterizedTest
  @EnumSource(names = {"AVAILABILITY_UNSPECIFIED", "AVAILABILITY_BUSY"})
  void omitsUsualAvailability(Event.Availability availability) {
    assertThat(printed(EVENT.toBuilder().setAvailability(availability).build()))
        .doesNotContain("Availability", "Location", "Time zone");
  }

  @Test
  void showsSeriesOfOccurrence() {
    Event occurrence =
        EVENT.toBuilder()
            .setSeriesId("series-1")
            .setOriginalStartTime(EVENT.getStartTime())
            .build();

    assertThat(printed(occurrence))
        .contains("\nSeries       series-1\nId           id-1\n")
        .doesNotContain("Moved from");
  }

  @Test
  void showsOriginOfMovedOccurrence() {
    Event moved =
        EVENT.toBuilder()
            .setSeriesId("series-1")
            .setOriginalStartTime(time("2026-12-02T09:00:00Z"))
            .build();

    assertThat(printed(moved)).contains("\nMoved from   Wed 2 Dec 2026 10:00\n");
    assertThat(
            printed(
                moved.toBuilder()
                    .setOriginalStartDate(ProtoTimes.date(LocalDate.parse("2026-12-24")))
                    .build()))
        .contains("\nMoved from   Thu 24 Dec 2026\n");
  }

  /** The last event is on the day when the clocks of Brussels go forward. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-12-24 | 2026-12-25 | Asia/Tokyo | Thu 24 Dec 2026, all day, Asia/Tokyo",
        "2026-12-24 | 2026-12-27 | Asia/Tokyo | Thu 24 Dec – Sat 26 Dec 2026, all day, Asia/Tokyo",
        "2026-12-31 | 2027-01-02 | America/Lima"
            + " | Thu 31 Dec 2026 – Fri 1 Jan 2027, all day, America/Lima",
        "2027-03-28 | 2027-03-29 | Europe/Brussels | Sun 28 Mar 2027, all day, Europe/Brussels"
      })
  void showsDatesInEveryZone(LocalDate start, LocalDate end, ZoneId planned, String when) {
    Event event =
        EVENT.toBuilder()
            .setStartDate(ProtoTimes.date(start))
            .setEndDate(ProtoTimes.date(end))
            .setTimeZone(planned.getId())
            .setStartTime(ProtoTimes.timestamp(start.atStartOfDay(planned).toInstant()))
            .setEndTime(ProtoTimes.timestamp(end.atStartOfDay(planned).toInstant()))
            .build();

    for (String zone : List.of("Pacific/Pago_Pago", "Europe/Brussels", "Pacific/Kiritimati")) {
      assertThat(printed(event, ZoneId.of(zone)))
          .contains("\nWhen         " + when + "\n")
          .doesNotContain("Time zone");
    }
  }

  private static String printed(Event event) {
    return printed(event, ZoneId.of("Europe/Brussels"));
  }

  private static String printed(Event event, ZoneId zone) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new EventBlock(new PrintStream(out, true, StandardCharsets.UTF_8), zone).print(event);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Timestamp time(String text) {
    return ProtoTimes.timestamp(Instant.parse(text));
  }
}

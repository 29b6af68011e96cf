package calendar.client.command.output;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.Event.Availability;
import calendar.v1.Series;
import calendar.v1.SkippedOccurrence;
import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Durations;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesBlockTest {
  private static final Series SERIES =
      Series.newBuilder()
          .setId("series-1")
          .setOwnerId("anna")
          .setTitle("Stand\nup\u001b[2J")
          .setDescription("Be brief.\n\nBring tea.")
          .setStartTime(time("2026-12-01T09:00:00Z"))
          .setEndTime(time("2026-12-01T09:15:00Z"))
          .setTimeZone("America/New_York")
          .addRecurrence("RRULE:FREQ=WEEKLY;BYDAY=TU")
          .addRemindBefore(Durations.fromDays(1))
          .addRemindBefore(Durations.fromMinutes(10))
          .setLocation("Room 5")
          .setAvailability(Availability.AVAILABILITY_FREE)
          .setEtag("e7")
          .setCreateTime(time("2026-11-01T08:00:00Z"))
          .setUpdateTime(time("2026-11-02T08:00:05Z"))
          .setBookedUntil(time("2028-12-01T23:00:00Z"))
          .setOccurrenceCount(1_040)
          .addSkipped(
              SkippedOccurrence.newBuilder()
                  .setOriginalStartTime(time("2026-12-08T09:00:00Z"))
                  .setConflictingEventId("id-8"))
          .addSkipped(
              SkippedOccurrence.newBuilder()
                  .setOriginalStartTime(time("2026-12-15T09:00:00Z"))
                  .setConflictingEventId("id-9"))
          .setSkipCount(3)
          .build();

  @Test
  void hasALineForEachField() {
    assertThat(printed(SERIES))
        .isEqualTo(
            """
            Title        Stand up\\u001b[2J
            Repeats      every Tuesday
            First        Tue 1 Dec 2026 10:00 – 10:15, Europe/Brussels
            Time zone    America/New_York
            Occurrences  1,040
            Booked until Sat 2 Dec 2028 00:00
            Skipped      Tue 8 Dec 2026 10:00, taken by event id-8
                         Tue 15 Dec 2026 10:00, taken by event id-9
                         and 1 more
            Location     Room 5
            Availability free
            Owner        anna
            Description  Be brief.

                         Bring tea.
            Reminders    1d before each, 10m before each
            Id           series-1
            Etag         e7
            Created      Sun 1 Nov 2026 09:00
            Changed      Mon 2 Nov 2026 09:00:05
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RRULE:FREQ=DAILY;COUNT=3",
        "rrule:freq=daily;until=20261224T090000Z",
        "RDATE:20261224T090000Z"
      })
  void omitsHorizonOfSeriesWithEnd(String line) {
    assertThat(printed(SERIES.toBuilder().setRecurrence(0, line).build()))
        .doesNotContain("Booked until");
  }

  @Test
  void omitsFieldsOfSeriesThatIsNotBooked() {
    Series planned =
        Series.newBuilder()
            .setEtag("e1")
            .setCreateTime(time("2026-11-01T08:00:00Z"))
            .setOwnerId("anna")
            .setTitle("Tea")
            .setStartTime(time("2026-12-01T09:00:00Z"))
            .setEndTime(time("2026-12-01T09:15:00Z"))
            .setTimeZone("Europe/Brussels")
            .addRecurrence("RRULE:FREQ=DAILY;COUNT=3")
            .build();

    assertThat(printed(planned))
        .isEqualTo(
            """
            Title        Tea
            Repeats      every day, 3 times
            First        Tue 1 Dec 2026 10:00 – 10:15, Europe/Brussels
            Occurrences  0
            Owner        anna
            """);
  }

  @Test
  void showsDatesOfAllDaySeries() {
    Series allDay =
        SERIES.toBuilder()
            .setStartDate(ProtoTimes.date(LocalDate.parse("2026-12-24")))
            .setEndDate(ProtoTimes.date(LocalDate.parse("2026-12-25")))
            .clearSkipped()
            .addSkipped(
                SkippedOccurrence.newBuilder()
                    .setOriginalStartTime(time("2026-12-31T05:00:00Z"))
                    .setOriginalStartDate(ProtoTimes.date(LocalDate.parse("2026-12-31")))
                    .setConflictingEventId("id-8"))
            .setSkipCount(1)
            .build();

    assertThat(printed(allDay))
        .contains("First        Thu 24 Dec 2026, all day, America/New_York\n")
        .contains("Skipped      Thu 31 Dec 2026, taken by event id-8\n")
        .doesNotContain("Time zone", "more");
  }

  private static String printed(Series series) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SeriesBlock(
            new PrintStream(out, true, StandardCharsets.UTF_8), ZoneId.of("Europe/Brussels"))
        .print(series);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Timestamp time(String text) {
    return ProtoTimes.timestamp(Instant.parse(text));
  }
}

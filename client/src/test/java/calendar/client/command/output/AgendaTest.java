package calendar.client.command.output;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ProtoTimes;
import calendar.v1.Event;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
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

  @Test
  void showsDaysAndFreeEvents() {
    Event free = event("d", "x".repeat(70), "2026-12-24T11:00:00Z", "2026-12-24T12:00:00Z");

    assertThat(
            printed(
                allDay("a", "Trip", "2026-12-20", "2026-12-25", "Europe/Brussels"),
                free(allDay("b", "Birthday", "2026-12-24", "2026-12-25", "Europe/Brussels")),
                event("c", "Tea", "2026-12-24T09:00:00Z", "2026-12-24T10:00:00Z"),
                free(free)))
        .isEqualTo(
            """
            Heading

            Sun 20 Dec 2026
              all day – Thu 24 Dec 2026  Trip%1$s  a

            Thu 24 Dec 2026
              all day                    Birthday (free)%2$s  b
              10:00 – 11:00              Tea%3$s  c
              12:00 – 13:00              %4$s… (free)  d

            4 events
            """
                .formatted(" ".repeat(63), " ".repeat(52), " ".repeat(64), "x".repeat(59)));
  }

  @Test
  void marksOccurrencesOfSeries() {
    Event choir = event("a", "Choir", "2026-12-24T11:00:00Z", "2026-12-24T12:00:00Z");
    Event band = event("b", "Band", "2026-12-24T13:00:00Z", "2026-12-24T14:00:00Z");
    Event sale = event("c", "Sale", "2026-12-24T15:00:00Z", "2026-12-24T16:00:00Z");

    assertThat(
            printed(
                occurrence(choir, "2026-12-24T11:00:00Z"),
                occurrence(band, "2026-12-24T12:00:00Z"),
                free(occurrence(sale, "2026-12-24T15:00:00Z"))))
        .contains("Choir (repeats)  ")
        .contains("Band (repeats, moved)  ")
        .contains("Sale (free, repeats)  ");
  }

  /** Days of Tokyo begin 8 hours before the same days of Brussels. */
  @Test
  void showsEveryDayOnceForEasternDates() {
    assertThat(
            printed(
                event("a", "Lunch", "2026-12-24T11:00:00Z", "2026-12-24T12:00:00Z"),
                allDay("b", "Holiday", "2026-12-25", "2026-12-26", "Asia/Tokyo"),
                event("c", "Dinner", "2026-12-24T18:00:00Z", "2026-12-24T19:00:00Z"),
                event("d", "Brunch", "2026-12-25T09:00:00Z", "2026-12-25T10:00:00Z")))
        .isEqualTo(
            """
            Heading

            Thu 24 Dec 2026
              12:00 – 13:00  Lunch    a
              19:00 – 20:00  Dinner   c

            Fri 25 Dec 2026
              all day        Holiday  b
              10:00 – 11:00  Brunch   d

            4 events
            """);
  }

  /** Days of Los Angeles begin 9 hours after the same days of Brussels. */
  @Test
  void keepsOrderOfListForWesternDates() {
    assertThat(
            printed(
                event("a", "Run", "2026-12-24T06:00:00Z", "2026-12-24T07:00:00Z"),
                allDay("b", "Holiday", "2026-12-24", "2026-12-25", "America/Los_Angeles"),
                event("c", "Brunch", "2026-12-24T09:00:00Z", "2026-12-24T10:00:00Z")))
        .isEqualTo(
            """
            Heading

            Thu 24 Dec 2026
              07:00 – 08:00  Run      a
              all day        Holiday  b
              10:00 – 11:00  Brunch   c

            3 events
            """);
  }

  @Test
  void putsEarlierDayFirst() {
    assertThat(
            printed(
                allDay("a", "Holiday", "2026-12-25", "2026-12-26", "Asia/Tokyo"),
                event("b", "Dinner", "2026-12-24T18:00:00Z", "2026-12-24T19:00:00Z")))
        .containsSubsequence("Thu 24 Dec 2026", "Dinner", "Fri 25 Dec 2026", "Holiday");
  }

  private static String printed(Event... events) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new Agenda(new PrintStream(out, true, StandardCharsets.UTF_8), ZoneId.of("Europe/Brussels"))
        .print("Heading", List.of(events));
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Event occurrence(Event event, String originalStart) {
    return event.toBuilder()
        .setSeriesId("series-1")
        .setOriginalStartTime(ProtoTimes.timestamp(Instant.parse(originalStart)))
        .build();
  }

  private static Event free(Event event) {
    return event.toBuilder().setAvailability(Event.Availability.AVAILABILITY_FREE).build();
  }

  private static Event allDay(String id, String title, String start, String end, String zone) {
    LocalDate first = LocalDate.parse(start);
    LocalDate after = LocalDate.parse(end);
    return event(
            id,
            title,
            first.atStartOfDay(ZoneId.of(zone)).toInstant().toString(),
            after.atStartOfDay(ZoneId.of(zone)).toInstant().toString())
        .toBuilder()
        .setStartDate(ProtoTimes.date(first))
        .setEndDate(ProtoTimes.date(after))
        .setTimeZone(zone)
        .build();
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

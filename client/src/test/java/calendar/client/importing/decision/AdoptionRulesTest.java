package calendar.client.importing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.event.EventBuilder;
import calendar.client.importing.decision.Decision.Update;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import com.google.protobuf.util.Timestamps;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Decides about events of importer version 0.1. */
class AdoptionRulesTest extends OnVersionRules {
  @ParameterizedTest
  @CsvSource({
    "Tea, 10:00, 0, never, update the version",
    "Tea, 11:00, 0, never, update",
    "Coffee, 11:00, 1, never, update",
    "Coffee, 11:00, 0, never, skip",
    "Coffee, 11:00, 0, since, update the version and report",
    "Coffee, 11:00, 1, since, update and report"
  })
  void adoptsEventsOfFirstImporter(
      String title, String start, int sequence, String changed, String expected) throws Exception {
    Event stored =
        stored(0, null).toBuilder()
            .clearIcalUid()
            .setStartTime(Timestamps.parse("2026-12-01T" + start + ":00Z"))
            .setCreateTime(Timestamps.parse("2026-11-01T00:00:00Z"))
            .setUpdateTime(
                Timestamps.parse(
                    changed.equals("since") ? "2026-11-02T00:00:00Z" : "2026-11-01T00:00:00Z"))
            .build();

    Decision decision = VersionRules.adopt(event(sequence, null, title), stored);

    assertThat(words(decision)).isEqualTo(expected);
    if (decision instanceof Update update && !update.notes().isEmpty()) {
      assertThat(update.notes())
          .containsExactly(
              sequence > 0
                  ? "replaced a change made in the calendar: the file has a higher SEQUENCE"
                  : "kept the calendar's version: the event changed both in the calendar and in the file");
    }
  }

  /** Importer version 0.1 did not read them. */
  @ParameterizedTest
  @CsvSource({
    "'', '', add the new fields",
    "Room 1, '', add the new fields",
    "'', Europe/Brussels, add the new fields",
    "Room 1, Europe/Brussels, update the version",
    "Room 2, '', update",
    "'', Asia/Tokyo, update"
  })
  void addsNewFieldsToAdoptedEvents(String location, String zone, String expected) {
    Event stored =
        stored(0, null).toBuilder()
            .clearIcalUid()
            .setLocation(location)
            .setTimeZone(zone)
            .setAvailability(Availability.AVAILABILITY_BUSY)
            .build();
    EventBuilder file = EventBuilder.event("7@x").location("Room 1").timeZone("Europe/Brussels");

    assertThat(words(VersionRules.adopt(candidate(file), stored))).isEqualTo(expected);
  }
}

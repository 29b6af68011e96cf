package calendar.client.ics;

import static calendar.client.ics.IcsFiles.HEAD;
import static calendar.client.ics.IcsFiles.OWN_ZONE;
import static calendar.client.ics.IcsFiles.TAIL;
import static calendar.client.ics.IcsFiles.TIMES;
import static calendar.client.ics.IcsFiles.event;
import static calendar.client.ics.IcsFiles.read;
import static calendar.client.ics.IcsFiles.vevent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.IcsCancellation;
import calendar.client.ics.event.IcsEvent;
import calendar.client.ics.event.SkippedComponent;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UIDs, versions and occurrences of components. */
class IdentityReaderTest {
  @Test
  void skipsCancellationWithoutUid() throws IOException {
    assertThat(read(HEAD + "BEGIN:VEVENT\nSTATUS:CANCELLED\nEND:VEVENT\n" + TAIL))
        .containsExactly(new SkippedComponent("VEVENT", "", 4, "cancelled, but has no UID"));
  }

  @ParameterizedTest
  @CsvSource({
    "00010101T000000Z, 0001-01-01T00:00:00Z",
    "99991231T235959Z, 9999-12-31T23:59:59Z",
    "20261101T120000, 2026-11-01T12:00:00Z",
    "20261101T120000+0100, 2026-11-01T11:00:00Z"
  })
  void readsModificationTime(String text, Instant time) throws IOException {
    assertThat(event(TIMES + "LAST-MODIFIED:" + text + "\n").identity().modifiedTime())
        .contains(time);
  }

  @Test
  void shortensUnreadableRecurrenceId() throws IOException {
    String garbage = "g".repeat(255);

    assertThat(event(TIMES + "RECURRENCE-ID:" + garbage + "\n").identity().recurrenceId())
        .isEqualTo(garbage);
    assertThat(event(TIMES + "RECURRENCE-ID:" + garbage + "x\n").identity().recurrenceId())
        .isEqualTo(garbage);
  }

  @Test
  void readsAnEventWithoutUid() throws IOException {
    assertThat(read(HEAD + "BEGIN:VEVENT\n" + TIMES + "END:VEVENT\n" + TAIL))
        .singleElement(type(IcsEvent.class))
        .extracting(IcsEvent::uid)
        .isEqualTo("");
  }

  @Test
  void readsVersionsAndOccurrences() throws IOException {
    assertThat(
            event(
                    TIMES
                        + "SEQUENCE:3\nLAST-MODIFIED:20261101T120000Z\n"
                        + "RECURRENCE-ID;TZID=Europe/Brussels:20261201T110000\n")
                .identity())
        .isEqualTo(
            new ComponentIdentity(
                "7@x",
                "TZID=Europe/Brussels:20261201T110000",
                3,
                Optional.of(Instant.parse("2026-11-01T12:00:00Z"))));
  }

  @ParameterizedTest
  @CsvSource({
    "SEQUENCE:2147483648, 2147483647",
    "SEQUENCE:99999999999999999999, 2147483647",
    "SEQUENCE:-1, 0",
    "SEQUENCE:1.5, 0"
  })
  void readsUnusualSequences(String line, int sequence) throws IOException {
    assertThat(event(TIMES + line + "\n").identity().sequence()).isEqualTo(sequence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99991231T235959-1200", "00010101T000000+0100", "00000101T000000Z"})
  void ignoresInvalidModificationTime(String time) throws IOException {
    assertThat(event(TIMES + "LAST-MODIFIED:" + time + "\n").identity().modifiedTime()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "RECURRENCE-ID:20261201T100000Z, 20261201T100000Z",
    "RECURRENCE-ID;TZID=Europe/Brussels:20261201T110000, TZID=Europe/Brussels:20261201T110000",
    "RECURRENCE-ID;TZID=Office:20261201T150000, 20261201T100000Z",
    "RECURRENCE-ID:20261201T100000, 20261201T100000Z",
    "RECURRENCE-ID;VALUE=DATE:20261201, 20261201"
  })
  void storesRecurrenceIdInComparableForm(String line, String stored) throws IOException {
    String file = HEAD + OWN_ZONE + vevent(TIMES + line + "\n") + TAIL;

    assertThat(read(file))
        .singleElement(type(IcsEvent.class))
        .satisfies(event -> assertThat(event.identity().recurrenceId()).isEqualTo(stored));
  }

  @ParameterizedTest
  @ValueSource(strings = {"STATUS:CANCELLED", "STATUS:Cancelled", "STATUS:CANCELED"})
  void readsCancellationsWithInvalidTimes(String status) throws IOException {
    assertThat(read(HEAD + vevent(status + "\nSEQUENCE:2\nDTSTART:never\n") + TAIL))
        .containsExactly(
            new IcsCancellation(
                new ComponentIdentity("7@x", "", 2, Optional.empty()), 4, Optional.empty()));
  }
}

package calendar.client.importing.decision;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.client.ics.event.ComponentIdentity;
import calendar.v1.DeletedComponent;
import calendar.v1.Event;
import calendar.v1.FindEventsResponse;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The file and the calendar may name an occurrence by date or by time. */
class StoredEventsTest {
  @ParameterizedTest
  @CsvSource({
    "7@x, 20261201T100000Z, true",
    "7@x, TZID=Europe/Brussels:20261201T110000, true",
    "7@x, 20261201, true",
    "7@x, 20261202, false",
    "7@x, 20261201T110000Z, false",
    "7@x, '', false",
    "8@x, 20261201, false",
    "8@x, 20261201T100000Z, false"
  })
  void findsOccurrenceByTimeOrDate(String uid, String recurrenceId, boolean found) {
    StoredEvents stored = new StoredEvents();
    stored.add(
        FindEventsResponse.newBuilder()
            .addEvents(Event.newBuilder().setIcalUid("7@x").setIcalRecurrenceId("20261201T100000Z"))
            .addDeletedComponents(
                DeletedComponent.newBuilder()
                    .setIcalUid("7@x")
                    .setIcalRecurrenceId("20261201T100000Z"))
            .build());
    ComponentIdentity component = new ComponentIdentity(uid, recurrenceId, 0, Optional.empty());

    assertThat(stored.event(component).isPresent()).isEqualTo(found);
    assertThat(stored.deleted(component).isPresent()).isEqualTo(found);
  }
}

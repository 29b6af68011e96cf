package calendar.api.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import calendar.error.InvalidArgumentException;
import calendar.event.Calendar;
import calendar.event.EventDraft;
import calendar.event.field.Availability;
import calendar.event.field.TimesDraft;
import calendar.event.memory.MemoryEventStorage;
import calendar.v1.Event;
import com.google.protobuf.Timestamp;
import com.google.type.Date;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventMessagesTest {
  private final Calendar calendar = new Calendar(new MemoryEventStorage(), Clock.systemUTC());

  private static Event.Builder allDay() {
    return Event.newBuilder()
        .setOwnerId("ann")
        .setTitle("Fair")
        .setLocation("Ghent")
        .setAvailability(Event.Availability.AVAILABILITY_FREE)
        .setStartDate(Date.newBuilder().setYear(2026).setMonth(12).setDay(24))
        .setEndDate(Date.newBuilder().setYear(2026).setMonth(12).setDay(26))
        .setTimeZone("Europe/Brussels");
  }

  private Event booked(Event.Builder event) {
    return EventMessages.message(
        calendar.create(EventMessages.draft(event.build()), "").join().event());
  }

  @Test
  void keepsAllDayEvent() {
    Event message = booked(allDay());

    assertThat(message.getLocation()).isEqualTo("Ghent");
    assertThat(message.getAvailability()).isEqualTo(Event.Availability.AVAILABILITY_FREE);
    assertThat(message.getStartDate()).isEqualTo(allDay().getStartDate());
    assertThat(message.getEndDate()).isEqualTo(allDay().getEndDate());
    assertThat(message.getTimeZone()).isEqualTo("Europe/Brussels");
    assertThat(message.getStartTime())
        .isEqualTo(ProtoTime.timestamp(Instant.parse("2026-12-23T23:00:00Z")));
  }

  @Test
  void timedEventIsBusyWithoutDates() {
    Timestamp start = ProtoTime.timestamp(Instant.parse("2026-12-24T10:00:00Z"));
    Timestamp end = ProtoTime.timestamp(Instant.parse("2026-12-24T11:00:00Z"));

    Event message =
        booked(
            Event.newBuilder()
                .setOwnerId("ann")
                .setTitle("Tea")
                .setStartTime(start)
                .setEndTime(end));

    assertThat(message.getAvailability()).isEqualTo(Event.Availability.AVAILABILITY_BUSY);
    assertThat(message.hasStartDate() || message.hasEndDate()).isFalse();
    assertThat(message.getTimeZone()).isEmpty();
  }

  @Test
  void missingFieldsStayMissing() {
    EventDraft draft = EventMessages.draft(Event.getDefaultInstance());

    assertThat(draft.availability()).isNull();
    assertThat(draft.location()).isEmpty();
    assertThat(draft.times()).isEqualTo(TimesDraft.timed(null, null));
  }

  @Test
  void readsBusyEvent() {
    Event busy = allDay().setAvailability(Event.Availability.AVAILABILITY_BUSY).build();

    assertThat(EventMessages.draft(busy).availability()).isEqualTo(Availability.BUSY);
  }

  @Test
  void rejectsUnknownAvailability() {
    Event unknown = allDay().setAvailabilityValue(7).build();

    assertThatThrownBy(() -> EventMessages.draft(unknown))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("event.availability");
  }

  /** A date of another service may leave out the day, or the year. */
  @ParameterizedTest
  @CsvSource({"2026, 2, 31", "0, 2, 1", "10000, 1, 1", "2026, 0, 0", "2026, 13, 1", "2026, 1, -1"})
  void dateThatDoesNotExistIsInvalid(int year, int month, int day) {
    Date date = Date.newBuilder().setYear(year).setMonth(month).setDay(day).build();

    assertThat(ProtoTime.date(true, date)).isEqualTo(LocalDate.MAX);
    assertThatThrownBy(() -> booked(allDay().setStartDate(date)))
        .isInstanceOf(InvalidArgumentException.class)
        .hasMessageContaining("event.start_date");
  }
}

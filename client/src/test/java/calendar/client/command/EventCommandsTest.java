package calendar.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.Reminder;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import com.google.protobuf.util.Durations;
import org.junit.jupiter.api.Test;

/** The requests of the commands for one event, and their results. */
class EventCommandsTest extends ProgramTestBase {
  @Test
  void booksAndShowsEvent() {
    answer(
        request ->
            CreateEventResponse.newBuilder()
                .setEvent(
                    ((CreateEventRequest) request)
                        .getEvent().toBuilder()
                            .setId("id-1")
                            .addReminders(
                                Reminder.newBuilder()
                                    .setRemindBefore(Durations.fromMinutes(90))
                                    .setRemindTime(time("2026-12-01T07:30:00Z"))
                                    .setState(Reminder.State.STATE_DELIVERED)
                                    .setDeliverTime(time("2026-12-01T07:30:01Z"))))
                .build());

    int status =
        run(
            "create",
            "--owner=anna",
            "--title=Stand-up",
            "--start=2026-12-01 10:00",
            "--duration=15m",
            "--remind=1h30m",
            "--zone=Europe/Brussels");

    assertThat(err()).isEmpty();
    assertThat(status).isZero();
    assertThat(out())
        .startsWith("Booked:\n")
        .contains("Title        Stand-up\n")
        .contains("When         Tue 1 Dec 2026 10:00 – 10:15, Europe/Brussels\n")
        .contains(
            "Reminders    1h 30m before, Tue 1 Dec 2026 08:30,"
                + " delivered Tue 1 Dec 2026 08:30:01\n")
        .contains("Id           id-1\n");
    Event sent = ((CreateEventRequest) server.requests().get(0)).getEvent();
    assertThat(sent.getStartTime()).isEqualTo(time("2026-12-01T09:00:00Z"));
    assertThat(sent.getEndTime()).isEqualTo(time("2026-12-01T09:15:00Z"));
    assertThat(sent.getRemindBeforeList()).containsExactly(Durations.fromMinutes(90));
  }

  @Test
  void readsEndOnDayOfStart() {
    answer(request -> CreateEventResponse.getDefaultInstance());

    int status =
        run(
            "create",
            "--owner=anna",
            "--title=Party",
            "--start=2026-12-01 22:00",
            "--end=24:00",
            "--zone=Europe/Brussels");

    assertThat(status).isZero();
    assertThat(err()).isEmpty();
    Event sent = ((CreateEventRequest) server.requests().get(0)).getEvent();
    assertThat(sent.getStartTime()).isEqualTo(time("2026-12-01T21:00:00Z"));
    assertThat(sent.getEndTime()).isEqualTo(time("2026-12-01T23:00:00Z"));
  }

  @Test
  void sendsTheDescriptionAndTheRequestId() {
    answer(request -> CreateEventResponse.getDefaultInstance());
    String requestId = "00000000-0000-4000-8000-000000000001";

    assertThat(create("--description=Be brief.", "--request-id=" + requestId)).isZero();
    assertThat(create()).isZero();

    CreateEventRequest sent = (CreateEventRequest) server.requests().get(0);
    assertThat(sent.getEvent().getOwnerId()).isEqualTo("anna");
    assertThat(sent.getEvent().getTitle()).isEqualTo("Tea");
    assertThat(sent.getEvent().getDescription()).isEqualTo("Be brief.");
    assertThat(sent.getRequestId()).isEqualTo(requestId);
    CreateEventRequest next = (CreateEventRequest) server.requests().get(1);
    assertThat(next.getEvent().getDescription()).isEmpty();
    assertThat(next.getRequestId()).isNotEqualTo(requestId);
  }

  @Test
  void reportsRepeatedEvent() {
    answer(request -> CreateEventResponse.newBuilder().setReplayed(true).build());

    assertThat(create()).isZero();
    assertThat(out()).startsWith("Already booked:\nTitle\n");
  }

  @Test
  void showsAnEvent() {
    answer(request -> GetEventResponse.newBuilder().setEvent(event("id-1", "Tea", 9)).build());

    assertThat(run("get", "id-1", "--owner=anna", "--zone=UTC")).isZero();
    assertThat(out()).startsWith("Title        Tea\n").contains("Id           id-1\n");
    assertThat(server.requests())
        .containsExactly(GetEventRequest.newBuilder().setOwnerId("anna").setId("id-1").build());
  }

  @Test
  void deletesAnEvent() {
    answer(
        request ->
            request instanceof GetEventRequest
                ? GetEventResponse.newBuilder().setEvent(event("id-1", "Tea", 9)).build()
                : DeleteEventResponse.getDefaultInstance());

    assertThat(run("delete", "id-1", "--owner=anna", "--etag=e7")).isZero();
    assertThat(out()).isEqualTo("Deleted: id-1\n");
    assertThat(err()).isEmpty();
    assertThat(server.requests())
        .last()
        .isEqualTo(
            DeleteEventRequest.newBuilder().setOwnerId("anna").setId("id-1").setEtag("e7").build());
  }

  @Test
  void showsAChangedEvent() {
    answer(request -> UpdateEventResponse.newBuilder().setEvent(event("id-1", "New", 9)).build());

    int status =
        run("update", "id-1", "--owner=anna", "--description=Later", "--remind=1d", "--remind=10m");

    assertThat(status).isZero();
    assertThat(out()).startsWith("Changed:\nTitle        New\n");
    UpdateEventRequest sent = (UpdateEventRequest) server.requests().get(0);
    assertThat(sent.getUpdateMask().getPathsList()).containsExactly("description", "remind_before");
    assertThat(sent.getEvent().getOwnerId()).isEqualTo("anna");
    assertThat(sent.getEvent().getId()).isEqualTo("id-1");
    assertThat(sent.getEvent().getDescription()).isEqualTo("Later");
    assertThat(sent.getEvent().getRemindBeforeList())
        .containsExactly(Durations.fromDays(1), Durations.fromMinutes(10));
  }

  @Test
  void changesOnlyGivenFields() {
    answer(request -> UpdateEventResponse.getDefaultInstance());

    int status = run("update", "id-1", "--owner=anna", "--title=New", "--no-remind", "--etag=e7");

    assertThat(status).isZero();
    UpdateEventRequest sent = (UpdateEventRequest) server.requests().get(0);
    assertThat(sent.getUpdateMask().getPathsList()).containsExactly("title", "remind_before");
    assertThat(sent.getEvent().getEtag()).isEqualTo("e7");
    assertThat(sent.getEvent().getRemindBeforeList()).isEmpty();
  }
}

package calendar.api.grpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import calendar.v1.DeleteEventRequest;
import calendar.v1.DeletedComponent;
import calendar.v1.Event;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.UpdateEventRequest;
import com.google.protobuf.FieldMask;
import com.google.protobuf.Timestamp;
import com.google.rpc.BadRequest;
import com.google.rpc.ErrorInfo;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The answers that clients get for imported events. */
class ImportedEventsTest extends OnGrpcServer {
  private static final String LONGEST_UID = "\ud83c\udf89".repeat(255);

  private static Event imported(long start, String uid, String recurrenceId) {
    return event("ann", start, start + 1).toBuilder()
        .setIcalUid(uid)
        .setIcalRecurrenceId(recurrenceId)
        .setIcalSequence(3)
        .setIcalModifiedTime(Timestamp.newBuilder().setSeconds(77).setNanos(1_999))
        .setChangedSinceImport(true)
        .build();
  }

  private Event update(Event event, String... mask) {
    return calendar
        .updateEvent(
            UpdateEventRequest.newBuilder()
                .setEvent(event)
                .setUpdateMask(FieldMask.newBuilder().addAllPaths(List.of(mask)))
                .build())
        .getEvent();
  }

  private void delete(Event event) {
    calendar.deleteEvent(
        DeleteEventRequest.newBuilder().setOwnerId("ann").setId(event.getId()).build());
  }

  private static FindEventsRequest find(String... uids) {
    return FindEventsRequest.newBuilder().setOwnerId("ann").addAllIcalUids(List.of(uids)).build();
  }

  private static FindEventsRequest after(FindEventsRequest request, FindEventsResponse page) {
    return request.toBuilder().setPageToken(page.getNextPageToken()).build();
  }

  private List<String> violatedFields(Runnable call) throws Exception {
    StatusRuntimeException bad = refused(call);
    assertThat(bad.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
    return detail(bad, BadRequest.class).getFieldViolationsList().stream()
        .map(BadRequest.FieldViolation::getField)
        .toList();
  }

  @Test
  void keepsTheSourceAndReportsChanges() {
    Event created = create(imported(1_000, "uid", "20261201"));
    assertThat(created.getIcalUid()).isEqualTo("uid");
    assertThat(created.getIcalRecurrenceId()).isEqualTo("20261201");
    assertThat(created.getIcalSequence()).isEqualTo(3);
    assertThat(created.getIcalModifiedTime())
        .isEqualTo(Timestamp.newBuilder().setSeconds(77).setNanos(1_000).build());
    assertThat(created.getChangedSinceImport()).isFalse();

    Event renamed = update(created.toBuilder().setTitle("Coffee").build(), "title");
    assertThat(renamed.getChangedSinceImport()).isTrue();
    assertThat(renamed.getIcalUid()).isEqualTo("uid");

    Event importedAgain = update(renamed, "title", "ical_sequence");
    assertThat(importedAgain.getChangedSinceImport()).isFalse();
    assertThat(calendar.findEvents(find("uid")).getEventsList()).containsExactly(importedAgain);
  }

  @Test
  void rejectsSecondEventOfAComponent() throws Exception {
    Event first = create(imported(1_000, "uid", ""));
    Event other = create(imported(2_000, "other", ""));

    for (Runnable call :
        List.<Runnable>of(
            () -> create(imported(1_000, "uid", "")),
            () -> update(other.toBuilder().setIcalUid("uid").build(), "ical_uid"))) {
      StatusRuntimeException exists = refused(call);

      assertThat(exists.getStatus().getCode()).isEqualTo(Status.Code.ALREADY_EXISTS);
      ErrorInfo info = detail(exists, ErrorInfo.class);
      assertThat(info.getDomain()).isEqualTo("calendar");
      assertThat(info.getReason()).isEqualTo("ICAL_UID_EXISTS");
      assertThat(info.getMetadataMap()).containsOnly(Map.entry("existing_event_id", first.getId()));
    }
  }

  @Test
  void findsEventsAndDeletedComponents() {
    Event kept = create(imported(1_000, "b", "2"));
    Event deleted = create(imported(1_010, "b", "1"));
    Event first = create(imported(1_020, "a", ""));
    create(imported(1_030, "c", ""));
    create(event("bob", 1_000, 1_001).toBuilder().setIcalUid("a").build());
    delete(deleted);

    FindEventsResponse found = calendar.findEvents(find("b", "a", "a", "none"));

    assertThat(found.getEventsList()).containsExactly(first, kept);
    assertThat(found.getDeletedComponentsList())
        .extracting(DeletedComponent::getIcalUid, DeletedComponent::getIcalRecurrenceId)
        .containsExactly(tuple("b", "1"));
    assertThat(found.getDeletedComponents(0).getIcalSequence()).isEqualTo(3);
    assertThat(found.getDeletedComponents(0).hasDeleteTime()).isTrue();
    assertThat(found.getNextPageToken()).isEmpty();
    assertThat(ends).contains("FindEvents OK");
  }

  @Test
  void pagesHaveAThousandEntries() {
    for (int i = 0; i < 1_002; i++) {
      Event event = create(imported(1_000 + i, "uid", "%04d".formatted(i)));
      if (i % 2 == 1) {
        delete(event);
      }
    }

    FindEventsResponse first = calendar.findEvents(find("uid"));
    FindEventsResponse rest = calendar.findEvents(after(find("uid"), first));

    assertThat(first.getEventsCount()).isEqualTo(500);
    assertThat(first.getDeletedComponentsCount()).isEqualTo(500);
    assertThat(rest.getEvents(0).getIcalRecurrenceId()).isEqualTo("1000");
    assertThat(rest.getDeletedComponents(0).getIcalRecurrenceId()).isEqualTo("1001");
    assertThat(rest.getNextPageToken()).isEmpty();
  }

  /** UIDs do not count toward the storage's limit: only the message is too large. */
  @Test
  void endsAPageBeforeTheMessageLimit() {
    int events = 110;
    for (int i = 0; i < events; i++) {
      create(
          imported(1_000 + i, LONGEST_UID, "%0255d".formatted(i)).toBuilder()
              .setDescription("\ud83c\udf89".repeat(9_900))
              .build());
    }
    List<Event> found = new ArrayList<>();
    FindEventsRequest request = find(LONGEST_UID);
    FindEventsResponse page = calendar.findEvents(request);
    found.addAll(page.getEventsList());
    while (!page.getNextPageToken().isEmpty()) {
      page = calendar.findEvents(after(request, page));
      found.addAll(page.getEventsList());
    }

    assertThat(found).hasSize(events).doesNotHaveDuplicates();
  }

  @Test
  void rejectsTokensOfOtherArguments() throws Exception {
    for (int i = 0; i < 1_001; i++) {
      create(imported(1_000 + i, "uid", "%04d".formatted(i)));
    }
    FindEventsRequest request = find("uid", "other");
    FindEventsRequest next = after(request, calendar.findEvents(request));
    assertThat(calendar.findEvents(next).getEventsCount()).isEqualTo(1);
    byte[] own = Base64.getUrlDecoder().decode(next.getPageToken());

    for (FindEventsRequest foreign :
        List.of(
            next.toBuilder().setOwnerId("bob").build(),
            next.toBuilder().addIcalUids("more").build(),
            next.toBuilder().setIcalUids(1, "another").build(),
            request.toBuilder().setPageToken("AAAA").build(),
            request.toBuilder().setPageToken("not base64!").build(),
            request.toBuilder().setPageToken(changed(own, 8, Integer.MAX_VALUE)).build(),
            request.toBuilder().setPageToken(changed(own, 8, -1)).build(),
            request.toBuilder().setPageToken(changed(own, 12, 0)).build())) {
      assertThat(violatedFields(() -> calendar.findEvents(foreign))).containsExactly("page_token");
    }
  }

  private static String changed(byte[] token, int at, int value) {
    byte[] changed = ByteBuffer.wrap(token.clone()).putInt(at, value).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(changed);
  }

  @Test
  void namesBadUids() throws Exception {
    List<String> many = Collections.nCopies(501, "uid");
    assertThat(violatedFields(() -> calendar.findEvents(find()))).containsExactly("ical_uids");
    assertThat(violatedFields(() -> calendar.findEvents(find(many.toArray(new String[0])))))
        .containsExactly("ical_uids");
    for (String bad : List.of("", "u".repeat(256), "u\0")) {
      assertThat(violatedFields(() -> calendar.findEvents(find("a", "b", "c", bad, bad))))
          .containsExactly("ical_uids[3]");
    }
    FindEventsRequest withoutOwner = find("uid").toBuilder().clearOwnerId().build();
    assertThat(violatedFields(() -> calendar.findEvents(withoutOwner))).containsExactly("owner_id");
    calendar.findEvents(find(Collections.nCopies(500, LONGEST_UID).toArray(new String[0])));
  }

  @Test
  void rejectsASearchWithoutStorage() {
    storageIsAvailable.set(false);

    assertThat(refused(() -> calendar.findEvents(find("uid"))).getStatus().getCode())
        .isEqualTo(Status.Code.UNAVAILABLE);
    assertThat(reads).hasValue(0);
  }
}

package calendar.client.importing;

import calendar.client.ProtoTimes;
import calendar.client.ics.ComponentIdentity;
import calendar.client.ics.IcsEvent;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.StoredIdentity;
import calendar.v1.CreateEventRequest;
import calendar.v1.DeleteEventRequest;
import calendar.v1.Event;
import calendar.v1.UpdateEventRequest;
import com.google.protobuf.FieldMask;
import java.time.Duration;
import java.util.List;

/** Builds the requests of an import. */
final class ImportRequests {
  private static final List<String> IDENTITY =
      List.of("ical_uid", "ical_recurrence_id", "ical_sequence", "ical_modified_time");
  private static final List<String> CONTENT =
      List.of("title", "description", "start_time", "end_time", "remind_before");

  private ImportRequests() {}

  static CreateEventRequest create(Candidate candidate) {
    return CreateEventRequest.newBuilder()
        .setEvent(event(candidate))
        .setRequestId(StoredIdentity.requestId(candidate.owner(), candidate.identity()).toString())
        .build();
  }

  /**
   * Updates a stored event to the file's version. The etag makes the update fail if the event has
   * changed since.
   *
   * @param content true to update the content, false to update only the version
   */
  static UpdateEventRequest update(Candidate candidate, Event stored, boolean content) {
    FieldMask.Builder mask = FieldMask.newBuilder().addAllPaths(IDENTITY);
    if (content) {
      mask.addAllPaths(CONTENT);
    }
    return UpdateEventRequest.newBuilder()
        .setEvent(event(candidate).setId(stored.getId()).setEtag(stored.getEtag()))
        .setUpdateMask(mask)
        .build();
  }

  /** Sets the SEQUENCE of a stored event to that of its cancellation. */
  static UpdateEventRequest raiseSequence(Candidate cancellation, Event stored) {
    return UpdateEventRequest.newBuilder()
        .setEvent(stored.toBuilder().setIcalSequence(cancellation.identity().sequence()))
        .setUpdateMask(FieldMask.newBuilder().addPaths("ical_sequence"))
        .build();
  }

  static DeleteEventRequest delete(Event stored) {
    return DeleteEventRequest.newBuilder()
        .setOwnerId(stored.getOwnerId())
        .setId(stored.getId())
        .setEtag(stored.getEtag())
        .build();
  }

  private static Event.Builder event(Candidate candidate) {
    IcsEvent event = candidate.event();
    ComponentIdentity identity = candidate.identity();
    Event.Builder message =
        Event.newBuilder()
            .setOwnerId(candidate.owner())
            .setTitle(event.title())
            .setDescription(event.description())
            .setStartTime(ProtoTimes.timestamp(event.start()))
            .setEndTime(ProtoTimes.timestamp(event.end()))
            .setIcalUid(identity.uid())
            .setIcalRecurrenceId(identity.recurrenceId())
            .setIcalSequence(identity.sequence());
    identity.modifiedTime().map(ProtoTimes::timestamp).ifPresent(message::setIcalModifiedTime);
    for (Duration before : event.remindBefore()) {
      message.addRemindBefore(ProtoTimes.duration(before));
    }
    return message;
  }
}

package calendar.client.importing;

import calendar.client.ProtoTimes;
import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.EventPeriod;
import calendar.client.ics.event.IcsEvent;
import calendar.client.importing.decision.Candidate;
import calendar.client.importing.decision.Decision.Change;
import calendar.client.importing.decision.StoredIdentity;
import calendar.v1.CreateEventRequest;
import calendar.v1.DeleteEventRequest;
import calendar.v1.Event;
import calendar.v1.Event.Availability;
import calendar.v1.UpdateEventRequest;
import com.google.protobuf.FieldMask;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Builds the requests of an import. */
final class ImportRequests {
  private static final List<String> IDENTITY =
      List.of("ical_uid", "ical_recurrence_id", "ical_sequence", "ical_modified_time");
  private static final List<String> NEW_FIELDS = List.of("location", "time_zone");
  private static final List<String> CONTENT =
      List.of("title", "description", "remind_before", "location", "time_zone", "availability");
  private static final List<String> TIMES = List.of("start_time", "end_time");
  private static final List<String> DATES = List.of("start_date", "end_date");

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
   */
  static UpdateEventRequest update(Candidate candidate, Event stored, Change change) {
    FieldMask.Builder mask = FieldMask.newBuilder().addAllPaths(IDENTITY);
    switch (change) {
      case VERSION -> {}
      case NEW_FIELDS -> mask.addAllPaths(NEW_FIELDS);
      case CONTENT -> mask.addAllPaths(CONTENT).addAllPaths(times(candidate.event(), stored));
    }
    return UpdateEventRequest.newBuilder()
        .setEvent(event(candidate).setId(stored.getId()).setEtag(stored.getEtag()))
        .setUpdateMask(mask)
        .build();
  }

  /** A change between timed and all-day names the times and the dates: one of them is removed. */
  private static List<String> times(IcsEvent event, Event stored) {
    boolean allDay = event.period().dates().isPresent();
    if (allDay != stored.hasStartDate()) {
      return Stream.concat(TIMES.stream(), DATES.stream()).toList();
    }
    return allDay ? DATES : TIMES;
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
            .setLocation(event.location())
            .setAvailability(
                event.free() ? Availability.AVAILABILITY_FREE : Availability.AVAILABILITY_BUSY)
            .setTimeZone(event.period().timeZone().orElse(""))
            .setIcalUid(identity.uid())
            .setIcalRecurrenceId(identity.recurrenceId())
            .setIcalSequence(identity.sequence());
    setTimes(event.period(), message);
    identity.modifiedTime().map(ProtoTimes::timestamp).ifPresent(message::setIcalModifiedTime);
    for (Duration before : event.remindBefore()) {
      message.addRemindBefore(ProtoTimes.duration(before));
    }
    return message;
  }

  /**
   * Of an all-day event, sends only the dates. The calendar computes the times by its own rules.
   */
  private static void setTimes(EventPeriod period, Event.Builder message) {
    if (period.dates().isPresent()) {
      message
          .setStartDate(ProtoTimes.date(period.dates().get().start()))
          .setEndDate(ProtoTimes.date(period.dates().get().end()));
    } else {
      message
          .setStartTime(ProtoTimes.timestamp(period.start()))
          .setEndTime(ProtoTimes.timestamp(period.end()));
    }
  }
}

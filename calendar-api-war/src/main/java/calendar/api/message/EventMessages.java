package calendar.api.message;

import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import calendar.event.DeletedComponent;
import calendar.event.Event;
import calendar.event.EventDraft;
import calendar.event.field.Availability;
import calendar.event.field.DateRange;
import calendar.event.field.IcalDraft;
import calendar.event.field.IcalSource;
import calendar.event.field.Occurrence;
import calendar.event.field.TimesDraft;
import calendar.reminder.Reminder;
import calendar.v1.Reminder.State;
import java.util.List;

/** Converts events of the domain to messages, and messages to drafts. */
public final class EventMessages {
  private EventMessages() {}

  /**
   * The event that the client sent, not validated. Leaves out output-only fields.
   *
   * @throws InvalidArgumentException if an enum has a value that this version does not know
   */
  public static EventDraft draft(calendar.v1.Event message) {
    return new EventDraft(
        message.getOwnerId(),
        message.getId(),
        message.getTitle(),
        message.getDescription(),
        message.getLocation(),
        availability(message.getAvailability(), "event.availability"),
        times(message),
        message.getRemindBeforeList().stream().map(ProtoTime::duration).toList(),
        message.getEtag(),
        ical(message));
  }

  private static TimesDraft times(calendar.v1.Event message) {
    return new TimesDraft(
        ProtoTime.instant(message.hasStartTime(), message.getStartTime()),
        ProtoTime.instant(message.hasEndTime(), message.getEndTime()),
        ProtoTime.date(message.hasStartDate(), message.getStartDate()),
        ProtoTime.date(message.hasEndDate(), message.getEndDate()),
        message.getTimeZone());
  }

  /**
   * @throws InvalidArgumentException that names the field, if this version does not know the value
   */
  static Availability availability(calendar.v1.Event.Availability availability, String field) {
    return switch (availability) {
      case AVAILABILITY_BUSY -> Availability.BUSY;
      case AVAILABILITY_FREE -> Availability.FREE;
      case AVAILABILITY_UNSPECIFIED -> null;
      case UNRECOGNIZED ->
          throw new InvalidArgumentException(List.of(new Violation(field, "must be BUSY or FREE")));
    };
  }

  private static IcalDraft ical(calendar.v1.Event message) {
    return new IcalDraft(
        message.getIcalUid(),
        message.getIcalRecurrenceId(),
        message.getIcalSequence(),
        ProtoTime.instant(message.hasIcalModifiedTime(), message.getIcalModifiedTime()));
  }

  /** The event as clients get it. Uses plain loops, because a list has many events. */
  public static calendar.v1.Event message(Event event) {
    calendar.v1.Event.Builder message =
        calendar.v1.Event.newBuilder()
            .setId(event.id().toString())
            .setOwnerId(event.ownerId())
            .setTitle(event.title())
            .setDescription(event.description())
            .setLocation(event.location())
            .setAvailability(message(event.availability()))
            .setTimeZone(event.times().timeZone())
            .setStartTime(ProtoTime.timestamp(event.startTime()))
            .setEndTime(ProtoTime.timestamp(event.endTime()))
            .setEtag(event.etag())
            .setCreateTime(ProtoTime.timestamp(event.createTime()))
            .setUpdateTime(ProtoTime.timestamp(event.updateTime()));
    for (Reminder reminder : event.reminders()) {
      message.addRemindBefore(ProtoTime.duration(reminder.remindBefore()));
      message.addReminders(message(reminder));
    }
    if (event.times().dates().isPresent()) {
      DateRange dates = event.times().dates().get();
      message.setStartDate(ProtoTime.date(dates.start()));
      message.setEndDate(ProtoTime.date(dates.end()));
    }
    if (event.source().isPresent()) {
      setSource(message, event.source().get());
      message.setChangedSinceImport(event.changedSinceImport());
    }
    if (event.occurrence().isPresent()) {
      setPlace(message, event.occurrence().get());
    }
    return message.build();
  }

  private static void setSource(calendar.v1.Event.Builder message, IcalSource source) {
    message
        .setIcalUid(source.component().uid())
        .setIcalRecurrenceId(source.component().recurrenceId())
        .setIcalSequence(source.sequence());
    source.modifiedTime().map(ProtoTime::timestamp).ifPresent(message::setIcalModifiedTime);
  }

  private static void setPlace(calendar.v1.Event.Builder message, Occurrence place) {
    message
        .setSeriesId(place.seriesId().toString())
        .setOriginalStartTime(ProtoTime.timestamp(place.originalStart()));
    place.originalDate().map(ProtoTime::date).ifPresent(message::setOriginalStartDate);
  }

  static calendar.v1.Event.Availability message(Availability availability) {
    return availability == Availability.BUSY
        ? calendar.v1.Event.Availability.AVAILABILITY_BUSY
        : calendar.v1.Event.Availability.AVAILABILITY_FREE;
  }

  public static calendar.v1.DeletedComponent message(DeletedComponent deleted) {
    return calendar.v1.DeletedComponent.newBuilder()
        .setIcalUid(deleted.id().uid())
        .setIcalRecurrenceId(deleted.id().recurrenceId())
        .setIcalSequence(deleted.sequence())
        .setDeleteTime(ProtoTime.timestamp(deleted.deleteTime()))
        .build();
  }

  private static calendar.v1.Reminder message(Reminder reminder) {
    calendar.v1.Reminder.Builder message =
        calendar.v1.Reminder.newBuilder()
            .setId(reminder.id().toString())
            .setRemindBefore(ProtoTime.duration(reminder.remindBefore()))
            .setRemindTime(ProtoTime.timestamp(reminder.remindTime()))
            .setState(state(reminder));
    reminder.deliverTime().map(ProtoTime::timestamp).ifPresent(message::setDeliverTime);
    return message.build();
  }

  private static State state(Reminder reminder) {
    return switch (reminder.state()) {
      // Claims are internal to the scheduler: for clients the reminder is still scheduled.
      case SCHEDULED, CLAIMED -> State.STATE_SCHEDULED;
      case PUBLISHED -> State.STATE_PUBLISHED;
      case DELIVERED -> State.STATE_DELIVERED;
      case MISSED -> State.STATE_MISSED;
      case FAILED -> State.STATE_FAILED;
    };
  }
}

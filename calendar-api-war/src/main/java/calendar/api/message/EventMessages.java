package calendar.api.message;

import calendar.event.DeletedComponent;
import calendar.event.Event;
import calendar.event.EventDraft;
import calendar.event.IcalDraft;
import calendar.event.IcalSource;
import calendar.reminder.Reminder;
import calendar.v1.Reminder.State;

/** Converts events of the domain to messages, and messages to drafts. */
public final class EventMessages {
  private EventMessages() {}

  /** The event that the client sent, not validated. Leaves out output-only fields. */
  public static EventDraft draft(calendar.v1.Event message) {
    return new EventDraft(
        message.getOwnerId(),
        message.getId(),
        message.getTitle(),
        message.getDescription(),
        ProtoTime.instant(message.hasStartTime(), message.getStartTime()),
        ProtoTime.instant(message.hasEndTime(), message.getEndTime()),
        message.getRemindBeforeList().stream().map(ProtoTime::duration).toList(),
        message.getEtag(),
        ical(message));
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
            .setStartTime(ProtoTime.timestamp(event.startTime()))
            .setEndTime(ProtoTime.timestamp(event.endTime()))
            .setEtag(event.etag())
            .setCreateTime(ProtoTime.timestamp(event.createTime()))
            .setUpdateTime(ProtoTime.timestamp(event.updateTime()));
    for (Reminder reminder : event.reminders()) {
      message.addRemindBefore(ProtoTime.duration(reminder.remindBefore()));
      message.addReminders(message(reminder));
    }
    if (event.source().isPresent()) {
      setSource(message, event.source().get());
      message.setChangedSinceImport(event.changedSinceImport());
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

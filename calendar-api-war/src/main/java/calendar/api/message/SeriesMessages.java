package calendar.api.message;

import calendar.error.Conflict;
import calendar.error.InvalidArgumentException;
import calendar.error.Violation;
import calendar.event.EventDraft;
import calendar.event.field.DateRange;
import calendar.event.field.EventTimes;
import calendar.event.field.IcalDraft;
import calendar.event.field.IcalSource;
import calendar.event.field.TimesDraft;
import calendar.series.model.OnConflict;
import calendar.series.model.Series;
import calendar.series.model.SeriesDraft;
import calendar.series.model.SkippedOccurrence;
import calendar.series.model.StoredSeries;
import calendar.series.model.Template;
import calendar.v1.OccurrenceConflict;
import calendar.v1.SeriesConflicts;
import java.util.List;

/** Converts series of the domain to messages, and messages to drafts. */
public final class SeriesMessages {
  private SeriesMessages() {}

  /**
   * The series that the client sent, not validated. Leaves out output-only fields.
   *
   * @throws InvalidArgumentException if an enum has a value that this version does not know
   */
  public static SeriesDraft draft(calendar.v1.Series message) {
    EventDraft first =
        new EventDraft(
            message.getOwnerId(),
            message.getId(),
            message.getTitle(),
            message.getDescription(),
            message.getLocation(),
            EventMessages.availability(message.getAvailability(), "series.availability"),
            times(message),
            message.getRemindBeforeList().stream().map(ProtoTime::duration).toList(),
            message.getEtag(),
            ical(message));
    return new SeriesDraft(first, message.getRecurrenceList());
  }

  private static TimesDraft times(calendar.v1.Series message) {
    return new TimesDraft(
        ProtoTime.instant(message.hasStartTime(), message.getStartTime()),
        ProtoTime.instant(message.hasEndTime(), message.getEndTime()),
        ProtoTime.date(message.hasStartDate(), message.getStartDate()),
        ProtoTime.date(message.hasEndDate(), message.getEndDate()),
        message.getTimeZone());
  }

  private static IcalDraft ical(calendar.v1.Series message) {
    return new IcalDraft(
        message.getIcalUid(),
        "",
        message.getIcalSequence(),
        ProtoTime.instant(message.hasIcalModifiedTime(), message.getIcalModifiedTime()));
  }

  /**
   * What happens to occurrences whose time is taken.
   *
   * @throws InvalidArgumentException if this version does not know the value
   */
  public static OnConflict onConflict(calendar.v1.OnConflict message) {
    return switch (message) {
      case ON_CONFLICT_UNSPECIFIED, ON_CONFLICT_REFUSE -> OnConflict.REFUSE;
      case ON_CONFLICT_SKIP -> OnConflict.SKIP;
      case UNRECOGNIZED ->
          throw new InvalidArgumentException(
              List.of(new Violation("on_conflict", "must be REFUSE or SKIP")));
    };
  }

  /** The series as clients get it. */
  public static calendar.v1.Series message(StoredSeries stored) {
    Series series = stored.series();
    calendar.v1.Series.Builder message =
        calendar.v1.Series.newBuilder()
            .setId(series.id().toString())
            .setOwnerId(series.ownerId())
            .setEtag(series.etag())
            .setCreateTime(ProtoTime.timestamp(series.createTime()))
            .setUpdateTime(ProtoTime.timestamp(series.updateTime()))
            .addAllRecurrence(series.recurrence().lines())
            .setBookedUntil(ProtoTime.timestamp(series.bookedUntil()))
            .setOccurrenceCount(stored.occurrenceCount())
            .setSkipCount(stored.skippedCount());
    setTemplate(message, series.template());
    series.source().ifPresent(source -> setSource(message, source));
    stored.firstSkipped().forEach(skipped -> message.addSkipped(message(skipped)));
    return message.build();
  }

  private static void setTemplate(calendar.v1.Series.Builder message, Template template) {
    EventTimes times = template.times();
    message
        .setTitle(template.title())
        .setDescription(template.description())
        .setLocation(template.location())
        .setAvailability(EventMessages.message(template.availability()))
        .setStartTime(ProtoTime.timestamp(times.start()))
        .setEndTime(ProtoTime.timestamp(times.end()))
        .setTimeZone(times.timeZone());
    template.remindBefore().forEach(before -> message.addRemindBefore(ProtoTime.duration(before)));
    if (times.dates().isPresent()) {
      DateRange dates = times.dates().get();
      message.setStartDate(ProtoTime.date(dates.start()));
      message.setEndDate(ProtoTime.date(dates.end()));
    }
  }

  private static void setSource(calendar.v1.Series.Builder message, IcalSource source) {
    message.setIcalUid(source.component().uid()).setIcalSequence(source.sequence());
    source.modifiedTime().map(ProtoTime::timestamp).ifPresent(message::setIcalModifiedTime);
  }

  private static calendar.v1.SkippedOccurrence message(SkippedOccurrence skipped) {
    calendar.v1.SkippedOccurrence.Builder message =
        calendar.v1.SkippedOccurrence.newBuilder()
            .setOriginalStartTime(ProtoTime.timestamp(skipped.occurrence().originalStart()))
            .setConflictingEventId(skipped.conflictingEventId().toString());
    skipped
        .occurrence()
        .originalDate()
        .map(ProtoTime::date)
        .ifPresent(message::setOriginalStartDate);
    return message.build();
  }

  /**
   * The detail of a refusal.
   *
   * @param first the first conflicts
   * @param count all of them
   */
  public static SeriesConflicts message(List<Conflict> first, int count) {
    SeriesConflicts.Builder message = SeriesConflicts.newBuilder().setConflictCount(count);
    first.forEach(conflict -> message.addConflicts(message(conflict)));
    return message.build();
  }

  static OccurrenceConflict message(Conflict conflict) {
    return OccurrenceConflict.newBuilder()
        .setStartTime(ProtoTime.timestamp(conflict.start()))
        .setEndTime(ProtoTime.timestamp(conflict.end()))
        .setConflictingEventId(conflict.eventId().toString())
        .setConflictingStartTime(ProtoTime.timestamp(conflict.eventStart()))
        .setConflictingEndTime(ProtoTime.timestamp(conflict.eventEnd()))
        .build();
  }
}

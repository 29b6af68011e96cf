package calendar.client.command.update;

import calendar.client.command.base.CalendarCommand;
import calendar.client.command.base.ConflictOptions;
import calendar.client.command.base.RuleOption;
import calendar.client.command.base.UsageException;
import calendar.v1.Event;
import calendar.v1.Series;
import calendar.v1.UpdateSeriesRequest;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A change of a series. Reads the series only if the options depend on it. */
final class SeriesUpdate {
  private final FromOption from;
  private final CalendarCommand command;
  private final CurrentEvent current;
  private final EventUpdate update;
  private final UpdateSeriesRequest.Builder request = UpdateSeriesRequest.newBuilder();
  private Series series;

  /**
   * @param reading reads the series
   */
  SeriesUpdate(
      String ownerId,
      String id,
      FromOption from,
      Supplier<Series> reading,
      CalendarCommand command) {
    this.from = from;
    this.command = command;
    this.update = new EventUpdate(ownerId, id);
    this.current = new CurrentEvent(() -> firstToChange(reading));
  }

  /**
   * Adds the given fields, and the rule.
   *
   * @param rule null if not given
   * @throws UsageException if nothing is given, or the options do not fit together or the series
   */
  void change(ChangeOptions changes, RuleOption rule) {
    changes.addTo(update, current, command);
    if (update.isEmpty() && rule == null) {
      throw new UsageException(
          "nothing to change: expected --repeat, --rrule, " + ChangeOptions.NAMES);
    }
    List<String> lines = rule == null ? List.of() : rule.lines(this::firstAfterChange, command);
    if (rule != null && rule.isInWords()) {
      noteDroppedDates();
    }
    if (from.isGiven()) {
      setFrom(current.read());
    }
    String etag = changes.etag();
    update.require(etag.isEmpty() && current.wasRead() ? current.etag() : etag);
    request
        .setSeries(SeriesFields.series(update.event()).addAllRecurrence(lines))
        .setUpdateMask(update.mask());
    if (rule != null) {
      request.getUpdateMaskBuilder().addPaths("recurrence");
    }
  }

  void set(ConflictOptions conflicts, String requestId) {
    request
        .setOnConflict(conflicts.choice())
        .setValidateOnly(conflicts.isCheck())
        .setRequestId(requestId);
  }

  UpdateSeriesRequest request() {
    return request.build();
  }

  private Event firstToChange(Supplier<Series> reading) {
    series = reading.get();
    return from.isGiven() ? from.occurrence(series, command) : SeriesFields.firstOccurrence(series);
  }

  private Event firstAfterChange() {
    Event changed = update.event();
    boolean moves = changed.hasStartTime() || changed.hasStartDate();
    String zone = changed.getTimeZone().isEmpty() ? current.timeZone() : changed.getTimeZone();
    return (moves ? changed : current.read()).toBuilder().setTimeZone(zone).build();
  }

  private void setFrom(Event first) {
    if (first.hasStartDate()) {
      request.setFromDate(first.getStartDate());
    } else {
      request.setFromTime(first.getStartTime());
    }
  }

  private void noteDroppedDates() {
    current.read();
    List<String> dates =
        series.getRecurrenceList().stream()
            .filter(line -> !line.toUpperCase(Locale.ROOT).startsWith("RRULE"))
            .toList();
    if (!dates.isEmpty()) {
      command.note(
          "--repeat replaces the whole rule. These lines are dropped; to keep them, use --rrule: "
              + String.join(" ", dates));
    }
  }
}

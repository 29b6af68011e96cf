package calendar.series;

import calendar.event.EventDraft;
import calendar.event.field.Availability;
import calendar.event.field.IcalDraft;
import calendar.event.field.TimesDraft;
import calendar.series.model.SeriesDraft;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a client sends to create or change a series. Not thread safe. */
public final class SeriesInput {
  private final String owner;
  private final String id;
  private String title = "";
  private Availability availability;
  private TimesDraft times = new TimesDraft(null, null, null, null, "");
  private List<Duration> remindBefore = List.of();
  private String etag = "";
  private IcalDraft ical = IcalDraft.NONE;
  private List<String> recurrence = List.of();

  SeriesInput(String owner, String id) {
    this.owner = owner;
    this.id = id;
  }

  SeriesInput titled(String text) {
    title = text;
    return this;
  }

  SeriesInput available(Availability value) {
    availability = value;
    return this;
  }

  SeriesInput from(Instant start, Instant end) {
    times = new TimesDraft(start, end, null, null, times.timeZone());
    return this;
  }

  SeriesInput days(String start, String end) {
    times = TimesDraft.allDay(LocalDate.parse(start), LocalDate.parse(end), times.timeZone());
    return this;
  }

  SeriesInput in(String zone) {
    times = new TimesDraft(times.start(), times.end(), times.startDate(), times.endDate(), zone);
    return this;
  }

  SeriesInput reminding(Duration... before) {
    remindBefore = List.of(before);
    return this;
  }

  SeriesInput expecting(String expectedEtag) {
    etag = expectedEtag;
    return this;
  }

  SeriesInput imported(String uid) {
    ical = new IcalDraft(uid, "", 0, null);
    return this;
  }

  SeriesInput repeating(String... lines) {
    recurrence = List.of(lines);
    return this;
  }

  SeriesDraft draft() {
    return new SeriesDraft(
        new EventDraft(owner, id, title, "", "", availability, times, remindBefore, etag, ical),
        recurrence);
  }
}

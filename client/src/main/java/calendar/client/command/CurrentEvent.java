package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import java.time.Duration;
import java.time.Instant;

/** The present state of an event. Reads it from the calendar on first use, and only once. */
final class CurrentEvent {
  private final CalendarClient client;
  private final GetEventRequest request;
  private Event event;

  CurrentEvent(CalendarClient client, String ownerId, String id) {
    this.client = client;
    this.request = GetEventRequest.newBuilder().setOwnerId(ownerId).setId(id).build();
  }

  Instant start() {
    return ProtoTimes.instant(read().getStartTime());
  }

  /** The exact time from start to end, independent of clock changes. */
  Duration length() {
    return Duration.between(start(), ProtoTimes.instant(read().getEndTime()));
  }

  boolean wasRead() {
    return event != null;
  }

  String etag() {
    return read().getEtag();
  }

  private Event read() {
    if (event == null) {
      event = client.getEvent(request).getEvent();
    }
    return event;
  }
}

package calendar.client.command;

import calendar.client.CalendarClient;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import java.time.Duration;
import java.time.Instant;

/** An event as the calendar has it now. It is read once, and only if somebody asks for it. */
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

  /** From its start to its end; the same however the clocks change in between. */
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

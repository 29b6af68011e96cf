package calendar.client.importing;

import calendar.client.ics.IcsEvent;
import calendar.v1.CreateEventRequest;
import calendar.v1.Event;
import com.google.protobuf.util.Durations;
import com.google.protobuf.util.Timestamps;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** The request that books an imported event. */
final class BookingRequest {
  private BookingRequest() {}

  static CreateEventRequest of(IcsEvent event, String owner) {
    Event.Builder booked =
        Event.newBuilder()
            .setOwnerId(owner)
            .setTitle(event.title())
            .setDescription(event.description())
            .setStartTime(timestamp(event.start()))
            .setEndTime(timestamp(event.end()));
    for (Duration before : event.remindBefore()) {
      booked.addRemindBefore(Durations.fromSeconds(before.toSeconds()));
    }
    return CreateEventRequest.newBuilder()
        .setEvent(booked)
        .setRequestId(requestId(owner, event.uid()).toString())
        .build();
  }

  /** Always the same for one owner and UID, so that importing again creates nothing twice. */
  static UUID requestId(String owner, String uid) {
    return UUID.nameUUIDFromBytes((owner + '\0' + uid).getBytes(StandardCharsets.UTF_8));
  }

  private static com.google.protobuf.Timestamp timestamp(Instant time) {
    return Timestamps.fromSeconds(time.getEpochSecond());
  }
}

package calendar.client.command.update;

import calendar.v1.Event;
import calendar.v1.UpdateEventRequest;
import com.google.protobuf.FieldMask;
import java.util.List;

/** A change of an event: the new values, and the mask that names their fields. */
final class EventUpdate {
  private final Event.Builder event;
  private final FieldMask.Builder mask = FieldMask.newBuilder();

  EventUpdate(String ownerId, String id) {
    this.event = Event.newBuilder().setOwnerId(ownerId).setId(id);
  }

  /**
   * Adds fields to the mask. Returns the event, to set their values; a field left unset is cleared.
   */
  Event.Builder change(String... fields) {
    mask.addAllPaths(List.of(fields));
    return event;
  }

  /** The update is rejected if the event no longer has this etag. Empty means any. */
  void require(String etag) {
    event.setEtag(etag);
  }

  boolean isEmpty() {
    return mask.getPathsCount() == 0;
  }

  /** The new values of the fields in the mask; the others are unset. */
  Event event() {
    return event.build();
  }

  FieldMask mask() {
    return mask.build();
  }

  UpdateEventRequest request() {
    return UpdateEventRequest.newBuilder().setEvent(event).setUpdateMask(mask).build();
  }
}

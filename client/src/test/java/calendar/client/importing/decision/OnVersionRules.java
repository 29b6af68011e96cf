package calendar.client.importing.decision;

import calendar.client.ics.event.ComponentIdentity;
import calendar.client.ics.event.EventBuilder;
import calendar.client.ics.event.IcsComponent;
import calendar.client.ics.event.IcsEvent;
import calendar.client.importing.decision.Decision.Change;
import calendar.client.importing.decision.Decision.Delete;
import calendar.client.importing.decision.Decision.Keep;
import calendar.client.importing.decision.Decision.Update;
import calendar.v1.Event;
import calendar.v1.FindEventsResponse;
import com.google.protobuf.util.Timestamps;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Base of the tests of {@link VersionRules}: versions of a file and of the calendar. */
abstract class OnVersionRules {
  private static final Instant START = Instant.parse("2026-12-01T10:00:00Z");

  static Candidate candidate(EventBuilder event) {
    IcsEvent built = event.build();
    return candidate(built, built.identity());
  }

  static String words(Decision decision) {
    if (decision instanceof Update update) {
      return words(update.change()) + (update.notes().isEmpty() ? "" : " and report");
    }
    if (decision instanceof Keep keep) {
      return switch (keep.result().outcome()) {
        case UNCHANGED -> "unchanged" + (keep.result().notes().isEmpty() ? "" : " and report");
        case SKIPPED -> "skip";
        default -> keep.result().outcome().name().toLowerCase(java.util.Locale.ROOT);
      };
    }
    return decision instanceof Delete ? "delete" : "create";
  }

  static String words(Change change) {
    return switch (change) {
      case VERSION -> "update the version";
      case NEW_FIELDS -> "add the new fields";
      case CONTENT -> "update";
    };
  }

  static StoredEvents having(Event event) {
    StoredEvents stored = new StoredEvents();
    stored.add(FindEventsResponse.newBuilder().addEvents(event).build());
    return stored;
  }

  static Event stored(int sequence, String modified) {
    Event.Builder event =
        Event.newBuilder()
            .setId("id-1")
            .setTitle("Tea")
            .setStartTime(Timestamps.fromMillis(START.toEpochMilli()))
            .setEndTime(Timestamps.fromMillis(START.plusSeconds(3600).toEpochMilli()))
            .setIcalUid("7@x")
            .setIcalSequence(sequence);
    time(modified)
        .map(time -> Timestamps.fromMillis(time.toEpochMilli()))
        .ifPresent(event::setIcalModifiedTime);
    return event.build();
  }

  static Candidate event(int sequence, String modified, String title) {
    ComponentIdentity identity = new ComponentIdentity("7@x", "", sequence, time(modified));
    return candidate(EventBuilder.event(identity).title(title).build(), identity);
  }

  static Candidate candidate(IcsComponent component, ComponentIdentity identity) {
    return new Candidate(component, "anna", identity, List.of());
  }

  static Optional<Instant> time(String date) {
    return Optional.ofNullable(date).map(day -> Instant.parse(day + "T00:00:00Z"));
  }
}

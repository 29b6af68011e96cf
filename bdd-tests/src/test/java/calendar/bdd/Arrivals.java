package calendar.bdd;

import calendar.v1.Event;
import calendar.v1.Reminder;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** What has become of the reminders of the scenario's events. */
public final class Arrivals {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Api api;
  private final List<Event> booked = new ArrayList<>();

  public Arrivals(Api api) {
    this.api = api;
  }

  void expect(Event event) {
    booked.add(event);
  }

  /** The events as they were booked and as they were moved, in that order. */
  List<Event> booked() {
    return booked;
  }

  /** The reminders of all events as they were booked or moved, in that order. */
  List<Reminder> expected() {
    return booked.stream().map(Event::getRemindersList).flatMap(List::stream).toList();
  }

  /** The reminders of an event once all of them are in a state; fails after a minute. */
  List<Reminder> await(Event event, Reminder.State state) {
    String what = "the reminders of \"%s\" are %s".formatted(event.getTitle(), state);
    return patience(what)
        .until(
            () -> api.read(event.getOwnerId(), event.getId()).getRemindersList(),
            reminders -> reminders.stream().allMatch(reminder -> reminder.getState() == state));
  }

  /** The lines that were printed of a reminder, once there is one; fails after a minute. */
  List<JsonObject> awaitPrinted(Reminder reminder) {
    return patience("the reminder is printed")
        .until(
            () -> SystemHooks.system().printed().of(reminder.getId()), lines -> !lines.isEmpty());
  }

  /** Returns once an event has ended. */
  void awaitEnd(Event event) {
    Instant end = Words.instant(event.getEndTime());
    patience("\"%s\" is over".formatted(event.getTitle()))
        .until(() -> !Instant.now().isBefore(end));
  }

  private static ConditionFactory patience(String what) {
    return Awaitility.await(what).pollInterval(Duration.ofMillis(50)).atMost(PATIENCE);
  }
}

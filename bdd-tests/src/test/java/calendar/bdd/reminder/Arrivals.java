package calendar.bdd.reminder;

import calendar.bdd.api.Api;
import calendar.bdd.system.SystemHooks;
import calendar.client.ProtoTimes;
import calendar.v1.Event;
import calendar.v1.Reminder;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/** Waits for the reminders of the scenario's events. */
public final class Arrivals {
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Api api;
  private final List<Event> booked = new ArrayList<>();

  public Arrivals(Api api) {
    this.api = api;
  }

  public void expect(Event event) {
    booked.add(event);
  }

  /** The events as booked and as moved, in this order. */
  List<Event> booked() {
    return booked;
  }

  /** The reminders of all events as booked or moved, in this order. */
  List<Reminder> expected() {
    return booked.stream().map(Event::getRemindersList).flatMap(List::stream).toList();
  }

  /** Waits until all reminders of an event are in a state, at most one minute. Returns them. */
  List<Reminder> await(Event event, Reminder.State state) {
    String what = "the reminders of \"%s\" are %s".formatted(event.getTitle(), state);
    return waitFor(what)
        .until(
            () -> api.read(event.getOwnerId(), event.getId()).getRemindersList(),
            reminders -> reminders.stream().allMatch(reminder -> reminder.getState() == state));
  }

  /** Waits until a reminder is printed, at most one minute. Returns its printed lines. */
  List<JsonObject> awaitPrinted(Reminder reminder) {
    return waitFor("the reminder is printed")
        .until(
            () -> SystemHooks.system().printed().of(reminder.getId()), lines -> !lines.isEmpty());
  }

  /** Waits until an event has ended. */
  void awaitEnd(Event event) {
    Instant end = ProtoTimes.instant(event.getEndTime());
    waitFor("\"%s\" is over".formatted(event.getTitle())).until(() -> !Instant.now().isBefore(end));
  }

  private static ConditionFactory waitFor(String what) {
    return Awaitility.await(what).pollInterval(Duration.ofMillis(50)).atMost(LIMIT);
  }
}

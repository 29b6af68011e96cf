package calendar.series.model;

import calendar.event.Event;

/** An occurrence before and after a change of its series. Both have the same id. */
public record ChangedEvent(Event before, Event after) {

  /** Returns true if the change takes time that the occurrence did not have before. */
  public boolean takesTime() {
    return after.isBusy() && !(before.isBusy() && before.interval().equals(after.interval()));
  }

  /** Returns true if the change gives back time, which other occurrences may then take. */
  public boolean givesTime() {
    return before.isBusy() && !(after.isBusy() && before.interval().equals(after.interval()));
  }
}

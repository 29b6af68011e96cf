package calendar.api.call;

import calendar.event.Work;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that clients can make, whatever protocol they use. */
public enum CalendarMethod {
  CREATE_EVENT("CreateEvent", Work.CREATE),
  GET_EVENT("GetEvent", Work.GET),
  UPDATE_EVENT("UpdateEvent"),
  DELETE_EVENT("DeleteEvent"),
  FIND_EVENTS("FindEvents"),
  LIST_EVENTS("ListEvents", Work.LIST),
  LIST_DAY_EVENTS("ListDayEvents", Work.LIST),
  LIST_WEEK_EVENTS("ListWeekEvents", Work.LIST),
  LIST_MONTH_EVENTS("ListMonthEvents", Work.LIST);

  private final String name;
  private final Optional<Work> work;

  CalendarMethod(String name) {
    this.name = name;
    this.work = Optional.empty();
  }

  CalendarMethod(String name, Work work) {
    this.name = name;
    this.work = Optional.of(work);
  }

  /**
   * The method with this name, as logs and metrics show it.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static CalendarMethod named(String name) {
    return Stream.of(values())
        .filter(method -> method.name.equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("no method is named " + name));
  }

  /** The batched work that the call needs; empty if the call runs on a thread of its own. */
  Optional<Work> work() {
    return work;
  }
}

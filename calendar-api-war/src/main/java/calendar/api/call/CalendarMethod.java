package calendar.api.call;

import calendar.batching.Operation;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that clients can make, whatever protocol they use. */
public enum CalendarMethod {
  CREATE_EVENT("CreateEvent", Operation.CREATE),
  GET_EVENT("GetEvent", Operation.GET),
  UPDATE_EVENT("UpdateEvent"),
  DELETE_EVENT("DeleteEvent"),
  FIND_EVENTS("FindEvents"),
  LIST_EVENTS("ListEvents", Operation.LIST),
  LIST_DAY_EVENTS("ListDayEvents", Operation.LIST),
  LIST_WEEK_EVENTS("ListWeekEvents", Operation.LIST),
  LIST_MONTH_EVENTS("ListMonthEvents", Operation.LIST),
  CREATE_SERIES("CreateSeries"),
  GET_SERIES("GetSeries"),
  UPDATE_SERIES("UpdateSeries"),
  DELETE_SERIES("DeleteSeries"),
  LIST_SERIES("ListSeries");

  private final String name;
  private final Optional<Operation> operation;

  CalendarMethod(String name) {
    this.name = name;
    this.operation = Optional.empty();
  }

  CalendarMethod(String name, Operation operation) {
    this.name = name;
    this.operation = Optional.of(operation);
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

  /** The batched operation of the call; empty if calls of this method are not batched. */
  Optional<Operation> operation() {
    return operation;
  }
}

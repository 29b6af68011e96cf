package calendar.api.call;

import calendar.access.Role;
import calendar.batching.Operation;
import java.util.Optional;
import java.util.stream.Stream;

/** The calls that clients can make, whatever protocol they use. */
public enum CalendarMethod {
  CREATE_EVENT("CreateEvent", Role.WRITER, Operation.CREATE),
  GET_EVENT("GetEvent", Role.READER, Operation.GET),
  UPDATE_EVENT("UpdateEvent", Role.WRITER),
  DELETE_EVENT("DeleteEvent", Role.WRITER),
  FIND_EVENTS("FindEvents", Role.READER),
  LIST_EVENTS("ListEvents", Role.READER, Operation.LIST),
  LIST_DAY_EVENTS("ListDayEvents", Role.READER, Operation.LIST),
  LIST_WEEK_EVENTS("ListWeekEvents", Role.READER, Operation.LIST),
  LIST_MONTH_EVENTS("ListMonthEvents", Role.READER, Operation.LIST),
  CREATE_SERIES("CreateSeries", Role.WRITER),
  GET_SERIES("GetSeries", Role.READER),
  UPDATE_SERIES("UpdateSeries", Role.WRITER),
  DELETE_SERIES("DeleteSeries", Role.WRITER),
  LIST_SERIES("ListSeries", Role.READER),
  GRANT_ACCESS("GrantAccess", Role.OWNER),
  REVOKE_ACCESS("RevokeAccess", Role.OWNER),
  LIST_ACCESS("ListAccess", Role.OWNER);

  private final String name;
  private final Role role;
  private final Optional<Operation> operation;

  CalendarMethod(String name, Role role) {
    this.name = name;
    this.role = role;
    this.operation = Optional.empty();
  }

  CalendarMethod(String name, Role role, Operation operation) {
    this.name = name;
    this.role = role;
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

  /** The name, as logs and metrics show it. */
  @Override
  public String toString() {
    return name;
  }

  /** The role that the caller needs in the calendar of each owner that the call names. */
  public Role role() {
    return role;
  }

  /** The batched operation of the call; empty if calls of this method are not batched. */
  Optional<Operation> operation() {
    return operation;
  }
}

package calendar.api.call;

import java.util.List;

/**
 * A call as authorization and audit see it.
 *
 * @param ownerIds the owners that the request names, in its order, not validated; may be empty
 *     texts
 * @param target what the call wants to change
 */
public record Call(CalendarMethod method, Caller caller, List<String> ownerIds, Target target) {

  /** A call that names several owners, and changes nothing. */
  public Call(CalendarMethod method, Caller caller, List<String> ownerIds) {
    this(method, caller, ownerIds, Target.NONE);
  }

  /** A call that names one owner, and changes nothing. */
  public Call(CalendarMethod method, Caller caller, String ownerId) {
    this(method, caller, ownerId, Target.NONE);
  }

  /** A call that names one owner. */
  public Call(CalendarMethod method, Caller caller, String ownerId, Target target) {
    this(method, caller, List.of(ownerId), target);
  }
}

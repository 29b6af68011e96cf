package calendar.api.call;

import java.util.List;

/**
 * A call as authorization sees it.
 *
 * @param ownerIds the owners that the request names, in its order, not validated; may be empty
 *     texts
 */
public record Call(CalendarMethod method, Caller caller, List<String> ownerIds) {

  /** A call that names one owner. */
  public Call(CalendarMethod method, Caller caller, String ownerId) {
    this(method, caller, List.of(ownerId));
  }
}

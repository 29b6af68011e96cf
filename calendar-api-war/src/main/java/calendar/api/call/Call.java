package calendar.api.call;

/**
 * A call as authorization sees it.
 *
 * @param ownerId the owner that the request names, not validated; may be empty
 */
public record Call(CalendarMethod method, Caller caller, String ownerId) {}

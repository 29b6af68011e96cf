package calendar.api.call.error;

/** Why a call failed, in words that clients compare. The names are part of the API. */
public enum FailureReason {
  DATE_BUSY,
  ICAL_UID_EXISTS,
  EVENT_NOT_FOUND,
  SERIES_NOT_FOUND,
  INVALID_ARGUMENT,
  ETAG_MISMATCH,
  STORAGE_UNAVAILABLE,
  OVERLOADED,
  /** A bug of the server. */
  INTERNAL
}

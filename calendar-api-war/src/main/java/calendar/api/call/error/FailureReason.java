package calendar.api.call.error;

/** Why a call failed, in words that clients compare. The names are part of the API. */
public enum FailureReason {
  DATE_BUSY,
  ICAL_UID_EXISTS,
  EVENT_NOT_FOUND,
  SERIES_NOT_FOUND,
  GRANT_NOT_FOUND,
  TOO_MANY_GRANTS,
  INVALID_ARGUMENT,
  ETAG_MISMATCH,
  STORAGE_UNAVAILABLE,
  OVERLOADED,
  /** The caller has not proved who they are. */
  UNAUTHENTICATED,
  /** The caller may not do this with this owner's calendar. */
  ACCESS_DENIED,
  /** The caller makes more calls than it may. */
  RATE_LIMITED,
  /** The server cannot check the caller's token, because the issuer does not answer. */
  ISSUER_UNAVAILABLE,
  /** A bug of the server. */
  INTERNAL
}

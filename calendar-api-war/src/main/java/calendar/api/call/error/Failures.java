package calendar.api.call.error;

import static java.util.logging.Level.SEVERE;

import calendar.error.AccessDeniedException;
import calendar.error.CalendarException;
import calendar.error.Conflict;
import calendar.error.EtagMismatchException;
import calendar.error.EventNotFoundException;
import calendar.error.GrantNotFoundException;
import calendar.error.IcalUidExistsException;
import calendar.error.InvalidArgumentException;
import calendar.error.IssuerUnavailableException;
import calendar.error.OverloadedException;
import calendar.error.RateLimitedException;
import calendar.error.SeriesConflictException;
import calendar.error.SeriesNotFoundException;
import calendar.error.StorageUnavailableException;
import calendar.error.TimeConflictException;
import calendar.error.TooManyGrantsException;
import calendar.error.UnauthenticatedException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Logger;

/**
 * Maps exceptions to failures; the only place that does. An exception that is not the calendar's
 * own is a bug: the client gets a number, and the log has the stack trace under that number.
 */
public final class Failures {
  private static final Logger LOG = Logger.getLogger(Failures.class.getName());
  private static final Duration RETRY_DELAY = Duration.ofSeconds(1);

  /** Created once, because an overload produces many of it. */
  private static final Failure OVERLOADED =
      new Failure(FailureReason.OVERLOADED, new OverloadedException().getMessage())
          .retryAfter(RETRY_DELAY);

  private Failures() {}

  /**
   * The failure that a call ends with. Logs a bug.
   *
   * @param error null if the call ended without a reason, which is a bug too
   * @param method the called method, for the log
   */
  public static Failure of(Throwable error, String method) {
    return error instanceof OverloadedException
        ? OVERLOADED
        : known(error).orElseGet(() -> internal(error, method));
  }

  /** Why a call failed. Logs nothing. */
  public static FailureReason reason(Throwable error) {
    return error instanceof OverloadedException
        ? FailureReason.OVERLOADED
        : known(error).map(Failure::reason).orElse(FailureReason.INTERNAL);
  }

  private static Optional<Failure> known(Throwable error) {
    if (error instanceof TimeConflictException busy) {
      return Optional.of(failure(FailureReason.DATE_BUSY, busy).with(conflict(busy)));
    }
    if (error instanceof SeriesConflictException busy) {
      return Optional.of(
          failure(FailureReason.DATE_BUSY, busy)
              .with(conflict(busy))
              .with(new Conflicts(busy.firstConflicts(), busy.count())));
    }
    if (error instanceof IcalUidExistsException existing) {
      return Optional.of(
          failure(FailureReason.ICAL_UID_EXISTS, existing)
              .with(
                  Map.of(
                      existing.isSeries() ? "existing_series_id" : "existing_event_id",
                      existing.existingId().toString())));
    }
    if (error instanceof EventNotFoundException missing) {
      return Optional.of(failure(FailureReason.EVENT_NOT_FOUND, missing));
    }
    if (error instanceof SeriesNotFoundException missing) {
      return Optional.of(failure(FailureReason.SERIES_NOT_FOUND, missing));
    }
    if (error instanceof InvalidArgumentException invalid) {
      return Optional.of(
          failure(FailureReason.INVALID_ARGUMENT, invalid).with(invalid.violations()));
    }
    if (error instanceof EtagMismatchException changed) {
      return Optional.of(failure(FailureReason.ETAG_MISMATCH, changed));
    }
    if (error instanceof StorageUnavailableException unavailable) {
      return Optional.of(
          failure(FailureReason.STORAGE_UNAVAILABLE, unavailable).retryAfter(RETRY_DELAY));
    }
    return withoutAccess(error).or(() -> ofGrants(error));
  }

  private static Optional<Failure> withoutAccess(Throwable error) {
    if (error instanceof UnauthenticatedException unknown) {
      return Optional.of(failure(FailureReason.UNAUTHENTICATED, unknown));
    }
    if (error instanceof IssuerUnavailableException unavailable) {
      return Optional.of(
          failure(FailureReason.ISSUER_UNAVAILABLE, unavailable).retryAfter(RETRY_DELAY));
    }
    if (error instanceof AccessDeniedException denied) {
      return Optional.of(
          failure(FailureReason.ACCESS_DENIED, denied).with(Map.of("owner_id", denied.ownerId())));
    }
    if (error instanceof RateLimitedException limited) {
      return Optional.of(
          failure(FailureReason.RATE_LIMITED, limited).retryAfter(limited.retryAfter()));
    }
    return Optional.empty();
  }

  private static Optional<Failure> ofGrants(Throwable error) {
    if (error instanceof GrantNotFoundException missing) {
      return Optional.of(failure(FailureReason.GRANT_NOT_FOUND, missing));
    }
    if (error instanceof TooManyGrantsException full) {
      return Optional.of(failure(FailureReason.TOO_MANY_GRANTS, full));
    }
    return Optional.empty();
  }

  private static Failure failure(FailureReason reason, CalendarException error) {
    return new Failure(reason, error.getMessage());
  }

  private static Map<String, String> conflict(TimeConflictException busy) {
    return Map.of(
        "conflicting_event_id", busy.conflictingEventId().toString(),
        "conflicting_start_time", busy.conflictingStartTime().toString(),
        "conflicting_end_time", busy.conflictingEndTime().toString());
  }

  private static Map<String, String> conflict(SeriesConflictException busy) {
    Conflict first = busy.firstConflicts().get(0);
    return Map.of(
        "conflicting_event_id", first.eventId().toString(),
        "conflicting_start_time", first.eventStart().toString(),
        "conflicting_end_time", first.eventEnd().toString(),
        "conflict_count", Integer.toString(busy.count()));
  }

  private static Failure internal(Throwable bug, String method) {
    UUID number = UUID.randomUUID();
    LOG.log(
        SEVERE,
        bug,
        () ->
            "internal error %s in %s; the client got this number. It is a bug: please report it with the stack trace"
                .formatted(number, method));
    return new Failure(FailureReason.INTERNAL, "internal error " + number);
  }
}

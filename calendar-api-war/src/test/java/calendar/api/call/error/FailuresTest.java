package calendar.api.call.error;

import static org.assertj.core.api.Assertions.assertThat;

import calendar.LogCapture;
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
import calendar.error.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailuresTest {
  private static final UUID ID = new UUID(1, 2);
  private static final Conflict CONFLICT =
      new Conflict(
          Instant.EPOCH.plusSeconds(30),
          Instant.EPOCH.plusSeconds(90),
          ID,
          Instant.EPOCH,
          Instant.EPOCH.plusSeconds(60));

  static Stream<Arguments> errors() {
    return Stream.of(
        Arguments.of(
            FailureReason.DATE_BUSY,
            new TimeConflictException(ID, Instant.EPOCH, Instant.EPOCH.plusSeconds(60))),
        Arguments.of(FailureReason.DATE_BUSY, new SeriesConflictException(List.of(CONFLICT))),
        Arguments.of(FailureReason.ICAL_UID_EXISTS, new IcalUidExistsException(ID)),
        Arguments.of(FailureReason.ICAL_UID_EXISTS, IcalUidExistsException.ofSeries(ID)),
        Arguments.of(FailureReason.SERIES_NOT_FOUND, new SeriesNotFoundException("ann", ID)),
        Arguments.of(FailureReason.EVENT_NOT_FOUND, new EventNotFoundException("ann", ID)),
        Arguments.of(
            FailureReason.INVALID_ARGUMENT,
            new InvalidArgumentException(List.of(new Violation("id", "must be a UUID")))),
        Arguments.of(FailureReason.ETAG_MISMATCH, new EtagMismatchException(ID)),
        Arguments.of(FailureReason.ETAG_MISMATCH, EtagMismatchException.ofSeries(ID)),
        Arguments.of(
            FailureReason.STORAGE_UNAVAILABLE, new StorageUnavailableException("no answer")),
        Arguments.of(FailureReason.GRANT_NOT_FOUND, new GrantNotFoundException("ann", "everyone")),
        Arguments.of(FailureReason.TOO_MANY_GRANTS, new TooManyGrantsException("ann", 1_000)),
        Arguments.of(FailureReason.UNAUTHENTICATED, new UnauthenticatedException("no token")),
        Arguments.of(FailureReason.ACCESS_DENIED, new AccessDeniedException("ann")),
        Arguments.of(FailureReason.RATE_LIMITED, new RateLimitedException(Duration.ofMillis(250))),
        Arguments.of(FailureReason.ISSUER_UNAVAILABLE, new IssuerUnavailableException()),
        Arguments.of(FailureReason.OVERLOADED, new OverloadedException()));
  }

  @ParameterizedTest
  @MethodSource("errors")
  void mapsEachError(FailureReason reason, CalendarException error) {
    Failure failure = Failures.of(error, "GetEvent");

    assertThat(failure.reason()).isEqualTo(reason);
    assertThat(failure.message()).isEqualTo(error.getMessage());
  }

  @Test
  void namesTheConflict() {
    Failure failure =
        Failures.of(
            new TimeConflictException(ID, Instant.EPOCH, Instant.EPOCH.plusSeconds(60)),
            "CreateEvent");

    assertThat(failure.metadata())
        .isEqualTo(
            Map.of(
                "conflicting_event_id", ID.toString(),
                "conflicting_start_time", "1970-01-01T00:00:00Z",
                "conflicting_end_time", "1970-01-01T00:01:00Z"));
    assertThat(failure.retryAfter()).isEmpty();
  }

  @Test
  void namesFirstConflictsOfSeries() {
    Failure failure =
        Failures.of(new SeriesConflictException(Collections.nCopies(21, CONFLICT)), "CreateSeries");

    assertThat(failure.metadata())
        .isEqualTo(
            Map.of(
                "conflicting_event_id", ID.toString(),
                "conflicting_start_time", "1970-01-01T00:00:00Z",
                "conflicting_end_time", "1970-01-01T00:01:00Z",
                "conflict_count", "21"));
    assertThat(failure.conflicts().first()).hasSize(20).containsOnly(CONFLICT);
    assertThat(failure.conflicts().count()).isEqualTo(21);
  }

  @Test
  void namesTheExistingEventOrSeries() {
    assertThat(Failures.of(new IcalUidExistsException(ID), "CreateEvent").metadata())
        .isEqualTo(Map.of("existing_event_id", ID.toString()));
    assertThat(Failures.of(IcalUidExistsException.ofSeries(ID), "CreateSeries").metadata())
        .isEqualTo(Map.of("existing_series_id", ID.toString()));
  }

  @Test
  void namesTheOwnerThatIsRefused() {
    assertThat(Failures.of(new AccessDeniedException("ann"), "GetEvent").metadata())
        .isEqualTo(Map.of("owner_id", "ann"));
  }

  @Test
  void advisesToRetryWhenTheLimitPermits() {
    assertThat(
            Failures.of(new RateLimitedException(Duration.ofMillis(250)), "GetEvent").retryAfter())
        .contains(Duration.ofMillis(250));
  }

  @Test
  void keepsTheViolations() {
    List<Violation> violations = List.of(new Violation("id", "must be a UUID"));

    assertThat(Failures.of(new InvalidArgumentException(violations), "GetEvent").violations())
        .isEqualTo(violations);
  }

  @Test
  void advisesToRetryInASecond() {
    assertThat(Failures.of(new OverloadedException(), "GetEvent").retryAfter())
        .contains(Duration.ofSeconds(1));
    assertThat(Failures.of(new StorageUnavailableException("no answer"), "GetEvent").retryAfter())
        .contains(Duration.ofSeconds(1));
  }

  @Test
  void logsABugUnderItsNumber() {
    IllegalStateException bug = new IllegalStateException("secret");
    LogCapture log = LogCapture.of(Failures.class);
    Failure failure;
    try {
      failure = Failures.of(bug, "GetEvent");
    } finally {
      log.close();
    }

    assertThat(failure.reason()).isEqualTo(FailureReason.INTERNAL);
    assertThat(failure.message()).matches("internal error [0-9a-f-]{36}");
    assertThat(log.entries()).extracting(LogRecord::getThrown).containsExactly(bug);
    assertThat(log.entries().get(0).getMessage()).contains(failure.message(), "GetEvent");
  }
}

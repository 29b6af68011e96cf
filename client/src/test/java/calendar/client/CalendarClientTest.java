package calendar.client;

import static calendar.client.ScriptedCalendar.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import calendar.client.error.CalendarCallException;
import calendar.client.error.EtagMismatchException;
import calendar.client.error.EventNotFoundException;
import calendar.client.error.InvalidArgumentException;
import calendar.client.error.OverloadedException;
import calendar.client.error.TimeConflictException;
import calendar.client.error.UnreachableException;
import calendar.v1.Event;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import com.google.protobuf.util.Durations;
import com.google.rpc.BadRequest;
import com.google.rpc.BadRequest.FieldViolation;
import com.google.rpc.Code;
import com.google.rpc.RetryInfo;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CalendarClientTest {
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final GetEventRequest GET = GetEventRequest.getDefaultInstance();

  private ScriptedCalendar server;
  private CalendarClient client;

  @BeforeEach
  void start() throws IOException {
    server = new ScriptedCalendar(request -> GetEventResponse.getDefaultInstance());
    client = CalendarClient.connect(server.address(), TIMEOUT);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void namesConflictOfBusyTime() {
    TimeConflictException busy =
        refusal(
            TimeConflictException.class,
            () ->
                error(
                    Code.FAILED_PRECONDITION,
                    "DATE_BUSY",
                    Map.of(
                        "conflicting_event_id", "e1",
                        "conflicting_start_time", "2026-12-01T09:00:00Z",
                        "conflicting_end_time", "2026-12-01T10:00:00Z")));

    assertThat(busy.conflictingEventId()).isEqualTo("e1");
    assertThat(busy.conflictingStartTime()).contains(Instant.parse("2026-12-01T09:00:00Z"));
    assertThat(busy.conflictingEndTime()).contains(Instant.parse("2026-12-01T10:00:00Z"));
    assertThat(busy.code()).isEqualTo(Status.Code.FAILED_PRECONDITION);
    assertThat(busy.reason()).contains("DATE_BUSY");
  }

  @Test
  void namesInvalidFields() {
    BadRequest fields =
        BadRequest.newBuilder()
            .addFieldViolations(FieldViolation.newBuilder().setField("id").setDescription("a UUID"))
            .addFieldViolations(
                FieldViolation.newBuilder().setField("owner_id").setDescription("not empty"))
            .build();

    InvalidArgumentException invalid =
        refusal(
            InvalidArgumentException.class,
            () -> error(Code.INVALID_ARGUMENT, "INVALID_ARGUMENT", Map.of(), fields));

    assertThat(invalid.violations())
        .containsExactly(Map.entry("id", "a UUID"), Map.entry("owner_id", "not empty"));
  }

  @Test
  void reportsUnknownEventAndOldEtag() {
    refusal(EventNotFoundException.class, () -> error(Code.NOT_FOUND, "EVENT_NOT_FOUND", Map.of()));
    refusal(EtagMismatchException.class, () -> error(Code.ABORTED, "ETAG_MISMATCH", Map.of()));
  }

  @Test
  void hasRetryDelayOfOverloadedServer() {
    RetryInfo retry = RetryInfo.newBuilder().setRetryDelay(Durations.fromMillis(1500)).build();

    OverloadedException overloaded =
        refusal(
            OverloadedException.class,
            () -> error(Code.RESOURCE_EXHAUSTED, "OVERLOADED", Map.of(), retry));

    assertThat(overloaded.retryDelay()).contains(Duration.ofMillis(1500));
  }

  @Test
  void usesPlainExceptionOutsideContract() {
    CalendarCallException tooLarge =
        refusal(
            CalendarCallException.class,
            () -> Status.RESOURCE_EXHAUSTED.withDescription("too large").asRuntimeException());

    assertThat(tooLarge).isExactlyInstanceOf(CalendarCallException.class).hasMessage("too large");
    assertThat(tooLarge.reason()).isEmpty();
  }

  @Test
  void reportsUnreachableServer() throws IOException {
    try (CalendarClient lost = CalendarClient.connect(unusedAddress(), TIMEOUT)) {
      UnreachableException unreachable =
          catchThrowableOfType(UnreachableException.class, () -> lost.getEvent(GET));

      assertThat(unreachable.code()).isEqualTo(Status.Code.UNAVAILABLE);
      assertThat(unreachable.retryDelay()).isEmpty();
    }
  }

  @Test
  void futuresFailWithSameErrors() {
    server.script(
        request -> {
          throw error(Code.NOT_FOUND, "EVENT_NOT_FOUND", Map.of());
        });

    ExecutionException failure =
        catchThrowableOfType(ExecutionException.class, () -> client.async().getEvent(GET).get());

    assertThat(failure).hasCauseExactlyInstanceOf(EventNotFoundException.class);
  }

  @Test
  void readsAllPagesOfList() {
    server.script(request -> page((ListEventsRequest) request));

    assertThat(new EventPages(client).of(ListEventsRequest.newBuilder().setOwnerId("a").build()))
        .extracting(Event::getId)
        .containsExactly("a1", "a2", "a3");
  }

  private static ListEventsResponse page(ListEventsRequest request) {
    int number = request.getPageToken().isEmpty() ? 1 : Integer.parseInt(request.getPageToken());
    return ListEventsResponse.newBuilder()
        .addEvents(Event.newBuilder().setId(request.getOwnerId() + number))
        .setNextPageToken(number == 3 ? "" : Integer.toString(number + 1))
        .build();
  }

  private <E extends CalendarCallException> E refusal(
      Class<E> type, Supplier<RuntimeException> status) {
    server.script(
        request -> {
          throw status.get();
        });
    E refusal = catchThrowableOfType(type, () -> client.getEvent(GET));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static Address unusedAddress() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Address("localhost", taken.getLocalPort());
    }
  }
}

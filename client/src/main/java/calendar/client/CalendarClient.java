package calendar.client;

import calendar.client.error.CallError;
import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.CreateSeriesRequest;
import calendar.v1.CreateSeriesResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.DeleteSeriesRequest;
import calendar.v1.DeleteSeriesResponse;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.GetSeriesRequest;
import calendar.v1.GetSeriesResponse;
import calendar.v1.GrantAccessRequest;
import calendar.v1.GrantAccessResponse;
import calendar.v1.ListAccessRequest;
import calendar.v1.ListAccessResponse;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.ListSeriesRequest;
import calendar.v1.ListSeriesResponse;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.ListWeekEventsResponse;
import calendar.v1.RevokeAccessRequest;
import calendar.v1.RevokeAccessResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import calendar.v1.UpdateSeriesRequest;
import calendar.v1.UpdateSeriesResponse;
import io.grpc.CallCredentials;
import io.grpc.Channel;
import io.grpc.ChannelCredentials;
import io.grpc.InsecureChannelCredentials;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * Blocking calls to a calendar over one channel.
 *
 * <p>Every call throws a {@link calendar.client.error.CalendarCallException} if the calendar
 * rejects it or does not answer within the timeout. Thread-safe.
 */
public final class CalendarClient implements AutoCloseable {
  /** A page of events with the longest descriptions is larger than gRPC's default of 4 MiB. */
  private static final int MAX_ANSWER_BYTES = 64 << 20;

  private final ManagedChannel channel;
  private final CallCredentials credentials;
  private final CalendarServiceBlockingStub stub;
  private final Duration timeout;

  private CalendarClient(ManagedChannel channel, CallCredentials credentials, Duration timeout) {
    this.channel = channel;
    this.credentials = credentials;
    this.stub = CalendarServiceGrpc.newBlockingStub(channel).withCallCredentials(credentials);
    this.timeout = timeout;
  }

  /**
   * Opens a channel without TLS. It connects on the first call, and reconnects after a connection
   * loss.
   *
   * @param timeout the time limit for each call
   */
  public static CalendarClient connect(Address server, Duration timeout) {
    return connect(server, InsecureChannelCredentials.create(), Optional.empty(), timeout);
  }

  /**
   * Opens a channel with TLS.
   *
   * @param timeout the time limit for each call
   * @throws IOException if a file of {@code tls} cannot be read
   * @throws IllegalArgumentException if a file has no certificate or no key
   */
  public static CalendarClient connect(Address server, Tls tls, Duration timeout)
      throws IOException {
    return connect(server, tls.credentials(), Optional.empty(), timeout);
  }

  /**
   * Opens a channel.
   *
   * @param tls empty for plain text
   * @param token sent with every call, for a calendar that asks its callers who they are
   * @param timeout the time limit for each call
   * @throws IOException if a file of {@code tls} cannot be read
   * @throws IllegalArgumentException if a file has no certificate or no key
   */
  public static CalendarClient connect(
      Address server, Optional<Tls> tls, Optional<BearerToken> token, Duration timeout)
      throws IOException {
    ChannelCredentials credentials =
        tls.isPresent() ? tls.get().credentials() : InsecureChannelCredentials.create();
    return connect(server, credentials, token, timeout);
  }

  private static CalendarClient connect(
      Address server,
      ChannelCredentials credentials,
      Optional<BearerToken> token,
      Duration timeout) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.host(), server.port(), credentials)
            .maxInboundMessageSize(MAX_ANSWER_BYTES)
            .build();
    return new CalendarClient(channel, token.map(BearerToken::credentials).orElse(null), timeout);
  }

  /** Asynchronous calls on the same channel. */
  public AsyncCalendarClient async() {
    return new AsyncCalendarClient(
        CalendarServiceGrpc.newFutureStub(channel).withCallCredentials(credentials), timeout);
  }

  /** The channel, for other services of the same server, such as gRPC health. */
  public Channel channel() {
    return channel;
  }

  public CreateEventResponse createEvent(CreateEventRequest request) {
    return call(limited -> limited.createEvent(request));
  }

  public GetEventResponse getEvent(GetEventRequest request) {
    return call(limited -> limited.getEvent(request));
  }

  public UpdateEventResponse updateEvent(UpdateEventRequest request) {
    return call(limited -> limited.updateEvent(request));
  }

  public DeleteEventResponse deleteEvent(DeleteEventRequest request) {
    return call(limited -> limited.deleteEvent(request));
  }

  public ListEventsResponse listEvents(ListEventsRequest request) {
    return call(limited -> limited.listEvents(request));
  }

  public ListDayEventsResponse listDayEvents(ListDayEventsRequest request) {
    return call(limited -> limited.listDayEvents(request));
  }

  public ListWeekEventsResponse listWeekEvents(ListWeekEventsRequest request) {
    return call(limited -> limited.listWeekEvents(request));
  }

  public ListMonthEventsResponse listMonthEvents(ListMonthEventsRequest request) {
    return call(limited -> limited.listMonthEvents(request));
  }

  public FindEventsResponse findEvents(FindEventsRequest request) {
    return call(limited -> limited.findEvents(request));
  }

  public CreateSeriesResponse createSeries(CreateSeriesRequest request) {
    return call(limited -> limited.createSeries(request));
  }

  public GetSeriesResponse getSeries(GetSeriesRequest request) {
    return call(limited -> limited.getSeries(request));
  }

  public UpdateSeriesResponse updateSeries(UpdateSeriesRequest request) {
    return call(limited -> limited.updateSeries(request));
  }

  public DeleteSeriesResponse deleteSeries(DeleteSeriesRequest request) {
    return call(limited -> limited.deleteSeries(request));
  }

  public ListSeriesResponse listSeries(ListSeriesRequest request) {
    return call(limited -> limited.listSeries(request));
  }

  public GrantAccessResponse grantAccess(GrantAccessRequest request) {
    return call(limited -> limited.grantAccess(request));
  }

  public RevokeAccessResponse revokeAccess(RevokeAccessRequest request) {
    return call(limited -> limited.revokeAccess(request));
  }

  public ListAccessResponse listAccess(ListAccessRequest request) {
    return call(limited -> limited.listAccess(request));
  }

  /** Cancels the calls in flight and closes the channel. Waits at most one second. */
  @Override
  public void close() {
    channel.shutdownNow();
    try {
      channel.awaitTermination(1, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private <R> R call(Function<CalendarServiceBlockingStub, R> method) {
    try {
      return method.apply(stub.withDeadlineAfter(timeout));
    } catch (StatusRuntimeException failure) {
      throw CallError.of(failure).toException();
    }
  }
}

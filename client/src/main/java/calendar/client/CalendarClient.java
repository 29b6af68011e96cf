package calendar.client;

import calendar.v1.CalendarServiceGrpc;
import calendar.v1.CalendarServiceGrpc.CalendarServiceBlockingStub;
import calendar.v1.CreateEventRequest;
import calendar.v1.CreateEventResponse;
import calendar.v1.DeleteEventRequest;
import calendar.v1.DeleteEventResponse;
import calendar.v1.FindEventsRequest;
import calendar.v1.FindEventsResponse;
import calendar.v1.GetEventRequest;
import calendar.v1.GetEventResponse;
import calendar.v1.ListDayEventsRequest;
import calendar.v1.ListDayEventsResponse;
import calendar.v1.ListEventsRequest;
import calendar.v1.ListEventsResponse;
import calendar.v1.ListMonthEventsRequest;
import calendar.v1.ListMonthEventsResponse;
import calendar.v1.ListWeekEventsRequest;
import calendar.v1.ListWeekEventsResponse;
import calendar.v1.UpdateEventRequest;
import calendar.v1.UpdateEventResponse;
import io.grpc.Channel;
import io.grpc.ManagedChannel;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.NettyChannelBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * One channel to a calendar, in plain text, and calls on it that wait for their answer.
 *
 * <p>Every call throws a {@link CalendarCallException} when it is refused or not answered within
 * the timeout. Safe for use by many threads.
 */
public final class CalendarClient implements AutoCloseable {
  /** A page of the longest events the contract allows is larger than gRPC's default of 4 MiB. */
  private static final int MAX_ANSWER_BYTES = 64 << 20;

  private final ManagedChannel channel;
  private final CalendarServiceBlockingStub stub;
  private final Duration timeout;

  private CalendarClient(ManagedChannel channel, Duration timeout) {
    this.channel = channel;
    this.stub = CalendarServiceGrpc.newBlockingStub(channel);
    this.timeout = timeout;
  }

  /**
   * Opens a channel. It connects on the first call, and again whenever the connection is lost.
   *
   * @param timeout how long each call may take, from when it is made
   */
  public static CalendarClient connect(Address server, Duration timeout) {
    ManagedChannel channel =
        NettyChannelBuilder.forAddress(server.host(), server.port())
            .usePlaintext()
            .maxInboundMessageSize(MAX_ANSWER_BYTES)
            .build();
    return new CalendarClient(channel, timeout);
  }

  /** The same channel, for calls whose answers come later. */
  public AsyncCalendarClient async() {
    return new AsyncCalendarClient(CalendarServiceGrpc.newFutureStub(channel), timeout);
  }

  /** The channel itself, for other services of the same server, such as gRPC health. */
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

  /** Ends the calls in flight and closes the channel; waits for that a second at most. */
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

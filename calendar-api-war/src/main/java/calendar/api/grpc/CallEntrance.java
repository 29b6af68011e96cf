package calendar.api.grpc;

import calendar.error.OverloadedException;
import calendar.event.Work;
import calendar.v1.CalendarServiceGrpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses calls while there is too much of their kind, before their request is read: under a flood
 * it is the refusals that cost. Who gets past it may still be refused.
 */
final class CallEntrance implements ServerInterceptor {
  private static final Map<String, Work> WORK =
      Stream.of(
              Map.entry(CalendarServiceGrpc.getCreateEventMethod(), Work.CREATE),
              Map.entry(CalendarServiceGrpc.getGetEventMethod(), Work.GET),
              Map.entry(CalendarServiceGrpc.getListEventsMethod(), Work.LIST),
              Map.entry(CalendarServiceGrpc.getListDayEventsMethod(), Work.LIST),
              Map.entry(CalendarServiceGrpc.getListWeekEventsMethod(), Work.LIST),
              Map.entry(CalendarServiceGrpc.getListMonthEventsMethod(), Work.LIST))
          .collect(Collectors.toMap(entry -> name(entry.getKey()), Map.Entry::getValue));

  private final Predicate<Work> takes;

  /**
   * @param takes whether more work of a kind would be taken in now; asked for each call
   */
  CallEntrance(Predicate<Work> takes) {
    this.takes = takes;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Work work = WORK.get(name(call.getMethodDescriptor()));
    if (work == null || takes.test(work)) {
      return next.startCall(call, headers);
    }
    call.close(Status.UNKNOWN.withCause(new OverloadedException()), new Metadata());
    return new ServerCall.Listener<>() {};
  }

  private static String name(MethodDescriptor<?, ?> method) {
    return method.getFullMethodName();
  }
}

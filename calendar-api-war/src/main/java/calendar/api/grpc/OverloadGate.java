package calendar.api.grpc;

import calendar.batching.AdmissionControl;
import calendar.batching.Operation;
import calendar.error.OverloadedException;
import calendar.v1.CalendarServiceGrpc;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Refuses calls while there is too much of their kind, before their request is read: under a flood
 * it is the refusals that cost. Who gets past it may still be refused.
 */
final class OverloadGate implements ServerInterceptor {
  private static final Map<String, Operation> OPERATIONS =
      Stream.of(
              Map.entry(CalendarServiceGrpc.getCreateEventMethod(), Operation.CREATE),
              Map.entry(CalendarServiceGrpc.getGetEventMethod(), Operation.GET),
              Map.entry(CalendarServiceGrpc.getListEventsMethod(), Operation.LIST),
              Map.entry(CalendarServiceGrpc.getListDayEventsMethod(), Operation.LIST),
              Map.entry(CalendarServiceGrpc.getListWeekEventsMethod(), Operation.LIST),
              Map.entry(CalendarServiceGrpc.getListMonthEventsMethod(), Operation.LIST))
          .collect(Collectors.toMap(entry -> name(entry.getKey()), Map.Entry::getValue));

  private final AdmissionControl admission;

  /**
   * @param admission asked once for each call
   */
  OverloadGate(AdmissionControl admission) {
    this.admission = admission;
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    Operation operation = OPERATIONS.get(name(call.getMethodDescriptor()));
    if (operation == null || admission.hasCapacity(operation)) {
      return next.startCall(call, headers);
    }
    call.close(Status.UNKNOWN.withCause(new OverloadedException()), new Metadata());
    return new ServerCall.Listener<>() {};
  }

  private static String name(MethodDescriptor<?, ?> method) {
    return method.getFullMethodName();
  }
}
